package org.zhiqiao.platform.panel.conflict;

import java.util.Collections;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * An organisation as somebody wrote it down.
 *
 * @param id its number in the register; none if nobody has linked it
 * @param name as it is shown
 * @param nameKeys normal forms of its names in every language, without the legal form; two organisations of which at least one
 * is in no register are the same if they share one
 */
public record NamedOrganisation(@Nullable Long id, String name, Set<String> nameKeys) {

	/** @throws IllegalArgumentException if a key is blank: all organisations that have it would be the same */
	public NamedOrganisation {
		nameKeys = Facts.checked(nameKeys);
	}

	/** Whether both are the same without a look into the register. */
	boolean writtenLike(NamedOrganisation other) {
		return (this.id != null && this.id.equals(other.id)) || !Collections.disjoint(this.nameKeys, other.nameKeys);
	}

}
