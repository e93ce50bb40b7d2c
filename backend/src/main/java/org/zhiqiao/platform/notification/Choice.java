package org.zhiqiao.platform.notification;

/**
 * How somebody is told of a topic.
 *
 * @param inApp whether it stands in the application
 */
record Choice(boolean inApp, MailChoice mail) {

	/** For whoever has chosen nothing. */
	static final Choice FIRST = new Choice(true, MailChoice.AT_ONCE);

}
