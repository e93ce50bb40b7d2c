package org.zhiqiao.platform.panel.conflict;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a person, candidate or party, that may make a conflict of interest.
 *
 * @param id the number of the profile; 0 for somebody without one, who is recognised by name only
 * @param name as it is shown
 * @param nameKeys normal forms of the person's names. Different people share them, so what rests on them alone is never more than
 * a hint.
 * @param reviewedItems the year of each item that the person has reviewed, by the item's number
 * @param supervises the items whose matter the person is in charge of as an official
 */
public record Facts(long id, String name, Set<String> nameKeys, List<Tenure> affiliations, List<Work> works,
		List<Degree> degrees, List<Tie> ties, Map<Long, Integer> reviewedItems, Set<Long> supervises) {

	/** @throws IllegalArgumentException if a name key is blank: all people who have it would be namesakes */
	public Facts {
		nameKeys = checked(nameKeys);
		affiliations = List.copyOf(affiliations);
		works = List.copyOf(works);
		degrees = List.copyOf(degrees);
		ties = List.copyOf(ties);
		reviewedItems = Map.copyOf(reviewedItems);
		supervises = Set.copyOf(supervises);
	}

	/**
	 * A position somewhere.
	 *
	 * @param years an unknown start excludes nothing; without an end it still lasts
	 */
	public record Tenure(NamedOrganisation organisation, Years years, Role role) {

		/** What somebody is there. */
		public enum Role {

			/** Has a contract of work or service. */
			EMPLOYED,

			/** Sits on the board of directors or of supervisors. */
			DIRECTOR,

			/** Owns or controls it. */
			CONTROLLING,

			/** Studies there. */
			STUDENT,

			/** Advises it without a contract of work. */
			ADVISER

		}

	}

	/**
	 * Something that was done, mostly with others.
	 *
	 * @param key the same key means the same work
	 * @param year of publication, or the project's last one
	 * @param project whether it is a project and not a publication or the like
	 * @param with normal forms of the names of the others, as they stand on the work
	 */
	public record Work(String key, String title, @Nullable Integer year, boolean project, Set<String> with) {

		/** @throws IllegalArgumentException if a key is blank: all works that have it would be the same */
		public Work {
			key = checked(key);
			with = checked(with);
		}

	}

	/**
	 * A degree.
	 *
	 * @param institutionKey the same key means the same institution
	 * @param institution as it is shown
	 * @param level a code of the vocabulary
	 * @param year in which it was conferred
	 * @param supervisor the number of the person who supervised the thesis
	 */
	public record Degree(String institutionKey, String institution, @Nullable String level, @Nullable Integer year,
			@Nullable Long supervisor) {

		/** @throws IllegalArgumentException if the key is blank: all institutions that have it would be the same */
		public Degree {
			institutionKey = checked(institutionKey);
		}

	}

	/**
	 * A tie that somebody has declared, to a person, an organisation or an item.
	 *
	 * @param person the number of a profile
	 * @param stranger somebody without a profile; if there is an organisation as well, they work there
	 * @param item its number
	 * @param years in which it lasted; an unknown start excludes nothing, without an end it still lasts
	 * @param declaredBy who declared it, as it is shown
	 * @param words what they said
	 * @param reported whether somebody else says so, and not one of the two whom it ties
	 */
	public record Tie(Kind kind, @Nullable Long person, @Nullable Stranger stranger,
			@Nullable NamedOrganisation organisation, @Nullable Long item, Years years, LocalDate declaredOn,
			String declaredBy, @Nullable String words, boolean reported) {

		/** @throws IllegalArgumentException if the tie leads nowhere */
		public Tie {
			if (person == null && stranger == null && organisation == null && item == null) {
				throw new IllegalArgumentException("A tie leads to a person, an organisation or an item");
			}
		}

		/** A tie that lasts, in no words. */
		public Tie(Kind kind, @Nullable Long person, @Nullable NamedOrganisation organisation, @Nullable Long item,
				LocalDate declaredOn, String declaredBy) {
			this(kind, person, null, organisation, item, Years.UNKNOWN, declaredOn, declaredBy, null, false);
		}

		/** Who declared it, and what they said. */
		String note() {
			return (this.words != null) ? this.declaredBy + "：" + this.words : this.declaredBy;
		}

		/**
		 * Somebody who is known by name only.
		 *
		 * @param name as it is shown
		 * @param nameKeys normal forms of the name; none if nobody is to be recognised by it
		 */
		public record Stranger(String name, Set<String> nameKeys) {

			public Stranger {
				nameKeys = checked(nameKeys);
			}

		}

		/** What ties them. */
		public enum Kind {

			/** Spouse, direct blood relation, collateral to the third degree, near in-law. */
			FAMILY,

			/** Money or shares. */
			FINANCIAL,

			/** One directs the work or the studies of the other. */
			SUPERVISION,

			/** Anything else that may harm fairness. */
			OTHER

		}

	}

	/** Whether both are certainly the same person. */
	boolean is(Facts other) {
		return this.id != 0 && this.id == other.id;
	}

	static Set<String> checked(Set<String> keys) {
		keys.forEach(Facts::checked);
		return Set.copyOf(keys);
	}

	private static String checked(String key) {
		if (key.isBlank()) {
			throw new IllegalArgumentException("A key is blank");
		}
		return key;
	}

}
