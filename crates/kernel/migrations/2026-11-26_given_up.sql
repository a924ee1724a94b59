-- Messages that no channel took are on the clerk's call list: state 3 = told by a clerk, 4 = a clerk did not reach them.
create index messages_given_up on messages (station_id, made_at) where state = 2;
