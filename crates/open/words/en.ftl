# Open interfaces: what programs of others are told. Arguments keep the names that the standard gives them.
open-no-missing = { $field } was not provided
open-no-date = { $field } is no date and time. Write 2026-06-27T12:00:00+08:00 with a time zone, or only a day, 2026-06-27
open-no-number = { $field } must be a whole number from 1
open-no-status = status must be open or closed; several are separated by commas
open-no-choice = The attribute may_publish must be yes or no
open-no-swapped = start_date must be before end_date, and updated_after before updated_before
open-no-span = At most 90 days can be asked for at once; ask several times with shorter spans
open-no-ids = At most { $most } ids can be asked for at once; ask several times
open-no-place = A location was not provided; give one of { $fields }
open-no-point = lat and long must come together, in degrees of WGS84: lat=36.41 and long=102.08
open-no-long-place = A location may have at most { $most } characters
open-no-short-text = description needs at least 2 characters
open-no-long-text = description may have at most { $most } characters
open-no-media = Pictures are not fetched from addresses; leave media_url away. Photos can be handed in on the station's page
open-no-form = The body cannot be read; send application/x-www-form-urlencoded in UTF-8
open-no-large = The body is too long
open-no-key = api_key was not provided. The manager of the station gives one
open-no-good-key = This api_key does not work at this station; it may have been withdrawn. Ask the manager of the station for another
open-no-such = { $field } was not found
open-no-path = There is no such address; /open311/discovery.json tells which there are
open-no-key-reused = This Idempotency-Key was used for something else; use another
open-no-many = Too much was sent with this api_key; try again in { $seconds } seconds
open-no-now = There is too much to do; nothing was changed, try again in a while
open-no-broken = Something broke; try again in a while, or tell the station

open-group = Opinions
open-service-about = Looked at within { $screen } working days and answered within { $answer }
open-publish-what = May the station publish it with its answer, without what would tell who it is about or from
open-publish-kind = One of them; none is the same as no
open-publish-yes = It may be published
open-publish-no = It may not
open-receipt = Receipt { $receipt }: hand it to whoever reported this. With it one follows the case, replies or withdraws it: { $url }
open-contact = Ask the station; the phone numbers of stations are at { $url }
open-key-service = Handing in needs an api_key, which the manager of the station gives on the page “Open interface”, one for each partner. A key is good for 60 requests at once and then 600 in an hour. Reading needs none
