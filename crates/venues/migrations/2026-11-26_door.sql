-- 门口: what somebody says they are, the codes that open a door, and the locks that are told of them.

alter table reservations add column favoured SMALLINT;          -- rules::Favoured, if they have it only because of their word

