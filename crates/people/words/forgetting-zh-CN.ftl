# 我的数据
forgetting-data = 我的数据
forgetting-kept = 驿站记着什么
forgetting-kept-number = 您的手机号，和您让我们怎么称呼您。都加了密，只有窗口的工作人员看得到，不公开。
forgetting-kept-bookings = 您订了什么、什么时候来。用完以后过一阵，里面就没有您了。
forgetting-kept-consents = 您同意过什么：谁替您代办，记住孩子，用家庭卡。什么时候同意的、收回没有，都写着；在“我的”里可以收回。
forgetting-kept-messages = 发给您的短信，三十天以后删掉。
forgetting-kept-not = 没有身份证号，没有您去过哪里，没有给您打分。
forgetting-take-title = 带走一份
forgetting-take-what = 凡是和您有关的，都在一个文件里。
forgetting-take = 下载我的数据
forgetting-forget-title = 忘掉我
forgetting-forget-what = 不想再让驿站记着您，可以让它全忘掉。先发一条验证码，确认是您本人，再看一眼会怎样，然后才忘。
forgetting-forget-begin = 发验证码，看看会怎样

forgetting-confirm = 忘掉我
forgetting-goes = 会没有的
forgetting-goes-person = 您的手机号、称呼、短信和登录，马上删掉。
forgetting-goes-future = 还没到的预订，全部退掉，让给别人。
forgetting-goes-link = 以前的预订里，不再有您。
forgetting-stays = 会留下的
forgetting-stays-what = 哪个场地哪个时候有人用过、来了几个人。看不出是您。
forgetting-code-sent = 短信发到了 { $phone }。忘掉以后找不回来。
forgetting-forget-me = 忘掉我，找不回来也可以
forgetting-rather-not = 不忘了，回去

forgetting-forgotten = 已经忘掉您了
forgetting-forgotten-done = 驿站已经不认识您了
forgetting-forgotten-then = 门还是开着。下次来，像第一次来一样就行。
