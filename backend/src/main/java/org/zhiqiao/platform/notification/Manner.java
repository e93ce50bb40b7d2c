package org.zhiqiao.platform.notification;

/** How a mail may be treated on its way. */
enum Manner {

	/** As its reader chose for its topic. */
	ORDINARY,
	/** In the application and by mail, whatever the reader chose; quiet hours still hold. */
	FORMAL,
	/** By mail alone and at once: it carries what opens something, so it is kept nowhere else. */
	SECRET,
	/** By mail alone, outside quiet hours: somebody subscribed to it. */
	NEWSLETTER

}
