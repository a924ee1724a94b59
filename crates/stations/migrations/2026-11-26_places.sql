-- Where stations lie, as a key: the cell of a tenth of a degree. Those around a point are found cell by cell, whatever their number.
create index stations_by_cell on stations ((cast(round(lat * 10) as bigint) * 10000 + cast(round(lon * 10) as bigint)));
