# 开放接口: what programs of others are told. Arguments keep the names that the standard gives them.
open-no-missing = 缺少参数 { $field }
open-no-date = 参数 { $field } 不是日期时间。请写成 2026-06-27T12:00:00+08:00，要带时区；也可以只写日期 2026-06-27
open-no-number = 参数 { $field } 要是从 1 起的整数
open-no-status = 参数 status 只能是 open 或 closed，多个用逗号隔开
open-no-choice = 属性 may_publish 只能是 yes 或 no
open-no-swapped = start_date 要早于 end_date，updated_after 要早于 updated_before
open-no-span = 一次最多查 90 天，请把起止日期缩短，分几次查
open-no-ids = 一次最多查 { $most } 个编号，请分几次查
open-no-place = 没写地点，请给出其中一项：{ $fields }
open-no-point = lat 和 long 要一起给，用 WGS84 坐标的度数，例如 lat=36.41 和 long=102.08
open-no-long-place = 地点最多 { $most } 个字
open-no-short-text = 参数 description 至少 2 个字
open-no-long-text = 参数 description 最多 { $most } 个字
open-no-media = 这里不从网址取图片，请去掉 media_url。照片可以在驿站的网页上交
open-no-form = 请求正文读不出来，请用 application/x-www-form-urlencoded 和 UTF-8 编码
open-no-large = 请求正文太长
open-no-key = 缺少 api_key。请向驿站站长要一把
open-no-good-key = 这个 api_key 在这个驿站不能用，可能已经停用。请向驿站站长再要一把
open-no-such = 没有找到：{ $field }
open-no-path = 没有这个地址，接口说明在 /open311/discovery.json
open-no-key-reused = 这个 Idempotency-Key 已经用在另一条内容上，请换一个
open-no-many = 这把 api_key 用得太勤，请过 { $seconds } 秒再试
open-no-now = 现在忙不过来，没有改动任何内容，请过一会儿再试
open-no-broken = 出了故障，请过一会儿再试，还不行请告诉驿站

open-group = 意见直通车
open-service-about = { $screen } 个工作日内受理，{ $answer } 个工作日内答复
open-publish-what = 是否同意驿站遮去个人信息后，把这条意见和答复公开
open-publish-kind = 选一项，不选就是不公开
open-publish-yes = 同意公开
open-publish-no = 不公开
open-receipt = 回执 { $receipt }，请交给反映人。凭回执可以查进展、回话、撤回：{ $url }
open-contact = 有问题请联系驿站，各驿站电话见 { $url }
open-key-service = 提交意见要用 api_key，由驿站站长在“开放接口”页发放，一个合作方一把。每把一口气最多用 60 次，之后每小时 600 次。只读不用
