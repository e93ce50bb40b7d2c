-- The deadline after which the owner was asked whether to renew or to close: nobody is asked twice about the same one.
ALTER TABLE demand ADD COLUMN deadline_asked DATE NULL;
