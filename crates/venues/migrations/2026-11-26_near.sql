-- Who offers an activity, as a key: asked of many stations at once by those who look for a room near them.
create index offerings_by_activity on offerings (activity, station_id);
