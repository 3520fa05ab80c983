-- The portal says "New" of what went to the customer: which of a message's To are hers, it must know. Still no address and no copy.
grant select (kind) on recipients to casepost_portal;
