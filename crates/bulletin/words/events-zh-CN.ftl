# What was done, on the page of changes: `event-` and the name of the event.
event-notice-drafted = 写了一条动态
event-notice-edited = 改了一条没发布的动态
event-notice-correction-drafted = 给动态写了更正
event-notice-asked = 请别人看一条动态
event-notice-published = 看过并发布了动态
event-notice-published-alone = 一个人发布了动态，没有第二个人看过
event-notice-corrected = 看过并发布了更正
event-notice-corrected-alone = 一个人发布了更正，没有第二个人看过
event-notice-down-asked = 申请撤下一条动态
event-notice-taken-down = 同意并撤下了动态
event-notice-kept-up = 决定不撤动态
event-notice-section-made = 加了动态栏目
event-notice-section-changed = 改了动态栏目
