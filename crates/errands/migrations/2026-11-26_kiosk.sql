-- 取号机: the secret of the link by which a manager makes a device of the hall the station's kiosk. A new one takes the place of the
-- old, and every device that was opened by it has to be opened anew. It names nobody.
create table kiosk_links (
    station_id     BIGINT   not null primary key,
    secret_hash    BYTES    not null,           -- keyed hash of what stands in the link
    made_by        ID,                          -- the staff who made it
    made_at        INSTANT  not null
);
