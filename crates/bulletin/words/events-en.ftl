# What was done, on the page of changes: `event-` and the name of the event.
event-notice-drafted = Wrote a notice
event-notice-edited = Changed a notice that is not published
event-notice-correction-drafted = Wrote a correction of a notice
event-notice-asked = Asked for a second look at a notice
event-notice-published = Looked at a notice and published it
event-notice-published-alone = Published a notice alone; nobody else has looked
event-notice-corrected = Looked at a correction and published it
event-notice-corrected-alone = Published a correction alone; nobody else has looked
event-notice-down-asked = Asked to take a notice down
event-notice-taken-down = Agreed and took a notice down
event-notice-kept-up = Decided to keep a notice
event-notice-section-made = Added a section of notices
event-notice-section-changed = Changed a section of notices
