-- 场地: whether somebody was seen in a reservation, for those who count: one that ended by itself may never have been used.

alter table reservations add column seen FLAG not null default false;
update reservations set seen = true where state = 2;             -- whoever is in there now
