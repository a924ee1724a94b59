-- So that what was told to a number can be found and forgotten, and so that events name no resident at all.

alter table messages add column to_hash BYTES;                   -- HMAC of the receiver: finds what was sent to a number
create index messages_by_receiver on messages (to_hash);
create index messages_by_age on messages (made_at);
update events set by_id = null where by_kind = 1;
