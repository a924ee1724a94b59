# 借还：状态、不能借的原因、消息。

lending-kind-book = 图书
lending-kind-picture-book = 绘本
lending-kind-magazine = 期刊
lending-kind-media = 光盘、有声书
lending-kind-thing = 棋牌、玩具、工具

lending-stands-here = 在书屋
lending-stands-missing = 找不到了
lending-stands-repair = 在修补
lending-stands-on-the-way = 在去别的驿站的路上
lending-stands-gone = 书屋里没有了

lending-copy-free = 在架，可以借
lending-copy-lent = 借出了，{ $day }前还
lending-copy-kept = 留给预约的人了

lending-no-no-such-copy = 没有这个条码的书。请再扫一次，或者把条码下面的数字输进来。
lending-no-kind-not-lent = { $kind }只在书屋里看，不外借。可以在书屋里坐下看。
lending-no-copy-not-here-here = 这一本借不了。请问一下工作人员。
lending-no-copy-not-here-missing = 书屋记的是这一本找不到了。书在您手上的话，请先在还书的地方扫一下，再借。
lending-no-copy-not-here-repair = 这一本在修补，修好了才能借。可以看看别的书。
lending-no-copy-not-here-on-the-way = 这一本正要送到别的驿站，现在借不了。可以看看别的书。
lending-no-copy-not-here-gone = 这一本已经不是书屋的书了。请交给工作人员看一下。
lending-no-lent-to-you = 这一本已经借在您名下，{ $day }前还。不用再借。
lending-no-copy-lent = 这一本借出去了，{ $day }前还。可以预约，书回来先留给您。
lending-no-kept-for-another = 这一本留给先预约的人了。您也可以预约，轮到您就给您留。
lending-no-too-many-loans = 您手上有 { $have } 本，一人最多借 { $most } 本。先还一本，再借这一本。
lending-no-loan-overdue = 您有一本该在{ $day }还的书还没还。先还了它，再借这一本。

lending-no-loan-not-yours = 这一本不在您名下，不能由您续借。
lending-no-renewed-too-often = 一本书最多续借 { $most } 次，这一本已经续满了。请按时还，还了可以再借。
lending-no-others-wait = 有人在等这本书，不能续借。请按时还。
lending-no-renewal-overdue = 您有一本该在{ $day }还的书还没还，现在不能续借。请先还书。
lending-no-renewed-too-early = 现在续借，还书的日子不会往后延。过几天再来续借。

lending-no-copy-free = 书架上就有，不用预约，直接去拿。
lending-no-have-it = 这本书就在您手上，不用预约。
lending-no-waits-already = 您已经预约了这本书，不用再约。
lending-no-too-many-holds = 一人最多同时预约 { $most } 本。先取消一本，再约这一本。
lending-no-no-copies = 书屋里现在没有这本书，约了也等不到。可以看看别的书。

lending-next-wait = 去预约
lending-next-where = 看在哪个书架
lending-next-mine = 看我借的书
lending-next-search = 找别的书

lending-told-ready = 【{ $station }】您预约的《{ $title }》到了，给您留到{ $day }。来的时候说一声就行。不要了请在这里取消：{ $address }
lending-told-due = 【{ $station }】您借的《{ $title }》{ $day }该还了。没看完可以续借：{ $address }
lending-told-overdue = 【{ $station }】您借的《{ $title }》该在{ $day }还，已经过了日子。有空请送回书屋，不罚钱。

lending-call-ready = 您预约的《{ $title }》到了，给您留到{ $day }。
lending-call-overdue = 您借的《{ $title }》该在{ $day }还，有空请送回书屋，不罚钱。
lending-call-told = 告诉他了
