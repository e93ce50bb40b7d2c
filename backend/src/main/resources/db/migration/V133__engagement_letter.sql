-- To whom a letter went, as a digest together with its token: once the person has another address it opens nothing.
ALTER TABLE engagement_letter ADD COLUMN address_hash VARCHAR(64) NULL;

-- Whoever agreed for the owner has left: somebody else has to agree, or contacts would go out one-sidedly.
UPDATE engagement SET owner_agreed_at = NULL WHERE state = 'WAITING' AND owner_name IS NULL;
