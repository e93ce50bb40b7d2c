package org.zhiqiao.platform.notification;

/** Hands one mail over; throws if it was not taken. */
interface Postman {

	/** Returns only when the mail was taken. */
	void deliver(OutboxRepository.Waiting mail);

}
