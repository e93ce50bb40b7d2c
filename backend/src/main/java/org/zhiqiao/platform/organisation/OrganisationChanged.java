package org.zhiqiao.platform.organisation;

/**
 * An organisation has another name or place. Published in the transaction that changes it, so
 * that whoever shows it in something derived can follow.
 */
public record OrganisationChanged(long organisationId) {}
