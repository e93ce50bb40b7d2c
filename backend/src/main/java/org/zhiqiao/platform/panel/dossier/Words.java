package org.zhiqiao.platform.panel.dossier;

import java.util.Locale;

/** Where the fixed texts of a dossier come from. */
@FunctionalInterface
public interface Words {

	/**
	 * A text in a language.
	 * @param arguments take the places {0}, {1} …
	 */
	String text(Locale language, String key, Object... arguments);

}
