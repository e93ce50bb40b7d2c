package org.zhiqiao.platform.search;

/** Another process runs with this database: with the embedded index there may be only one. */
class SecondNode extends RuntimeException {

	SecondNode(Throwable cause) {
		super("Another process runs with this database", cause);
	}

}
