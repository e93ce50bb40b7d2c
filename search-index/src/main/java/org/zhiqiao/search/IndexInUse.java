package org.zhiqiao.search;

import java.nio.file.Path;

/**
 * Another process, or another part of this one, has the folder of the index open.
 */
public class IndexInUse extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public IndexInUse(Path folder) {
		super("The index folder " + folder + " is in use by another process");
	}

}
