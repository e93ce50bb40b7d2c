package org.zhiqiao.platform.panel;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.organisation.Organisation;
import org.zhiqiao.platform.organisation.Organisations;

/** Which organisations are one: a branch counts as the topmost one that it belongs to, a merged one as what it became. */
@Component
class LegalPersons {

	/** A code of the vocabulary. */
	private static final String GOVERNMENT = "government";

	private final Organisations organisations;

	LegalPersons(Organisations organisations) {
		this.organisations = organisations;
	}

	/** What is known of organisations: all that were asked for and those they belong to. */
	record Register(Map<Long, Organisation> known) {

		/** Whether one is a government body itself; an institute under one is not. */
		boolean government(long number) {
			var organisation = this.known.get(number);
			return organisation != null && GOVERNMENT.equals(organisation.hostKind());
		}

		/** The topmost organisation that one belongs to; a number that nobody knows stands for itself. */
		long top(long number) {
			var at = number;
			Set<Long> seen = new HashSet<>();
			while (seen.add(at)) {
				var organisation = this.known.get(at);
				if (organisation == null) {
					return at;
				}
				at = (organisation.parentId() != null) ? organisation.parentId() : organisation.id();
			}
			return at;
		}

	}

	Register of(Collection<Long> numbers) {
		var known = new HashMap<Long, Organisation>();
		var unknown = new HashSet<Long>(numbers);
		while (!unknown.isEmpty()) {
			var found = this.organisations.all(unknown);
			known.putAll(found);
			unknown = new HashSet<>();
			for (var organisation : found.values()) {
				known.putIfAbsent(organisation.id(), organisation);
				if (organisation.parentId() != null && !known.containsKey(organisation.parentId())) {
					unknown.add(organisation.parentId());
				}
			}
		}
		return new Register(known);
	}

}
