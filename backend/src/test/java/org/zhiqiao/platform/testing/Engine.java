package org.zhiqiao.platform.testing;

import java.util.Optional;

/** The databases on which the platform runs. */
public enum Engine {

	/** In memory, set as the platform's embedded file is. */
	H2,
	/** A real server, see {@link Facility#MYSQL}. */
	MYSQL;

	Optional<Facility> facility() {
		return switch (this) {
			case H2 -> Optional.empty();
			case MYSQL -> Optional.of(Facility.MYSQL);
		};
	}

}
