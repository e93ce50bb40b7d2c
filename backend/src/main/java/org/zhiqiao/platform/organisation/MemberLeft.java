package org.zhiqiao.platform.organisation;

/**
 * Somebody no longer acts for an organisation. Published in the same transaction, so that what they
 * could reach in its name is out of their reach at once.
 */
public record MemberLeft(long organisationId, long accountId) {}
