-- Everybody is forgotten some day: who proved a number, two years after they last did.

update persons set forget_at = verified_at + 63072000000000 where forget_at is null; -- only sqlite
update persons set forget_at = verified_at + interval '730 days' where forget_at is null; -- only postgres
