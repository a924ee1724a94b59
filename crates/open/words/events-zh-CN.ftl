# What was done, on the page of changes: `event-` and the name of the event.
event-open-key-issued = 给合作方发了接口密钥
event-open-key-withdrawn = 停用了合作方的接口密钥
