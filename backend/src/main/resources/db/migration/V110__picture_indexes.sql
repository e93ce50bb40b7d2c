-- The picture counts over everybody who is published, but for the few who hide what they are counted by.
CREATE INDEX expert_group_hidden ON expert_group (visibility, field_group, expert_id);
CREATE INDEX expert_published ON expert (state, published_at, id);
