-- 常办: of each time since when its beginning could be read, and whether what came of it was noted.

alter table occurrences add column announced_at INSTANT;        -- null = not before changed_at: a row from before this column
alter table occurrences add column noted_at INSTANT;            -- when its fact was written; null = not yet
create index occurrences_to_note on occurrences (ends_at) where noted_at is null;
