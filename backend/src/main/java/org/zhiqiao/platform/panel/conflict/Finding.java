package org.zhiqiao.platform.panel.conflict;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a candidate has to do with an item, in codes and data; its texts come from elsewhere.
 *
 * @param rule the code of the rule that found it
 * @param candidate the number of the person
 * @param item the number of the item
 * @param other whom or what it connects the candidate with
 * @param years of the tie; of a position, no end means that it lasts
 * @param count how many works, if it is about works
 * @param note what a party or somebody who declared a tie said, in their words
 * @param path from the candidate to the item
 */
public record Finding(String rule, Severity severity, long candidate, long item, Other other, Years years,
		@Nullable Integer count, Known known, @Nullable String note, List<Step> path) {

	public Finding {
		path = List.copyOf(path);
	}

	/** Where it is known from. */
	public enum Known {

		/** Both say so themselves. */
		PROFILE,

		/** The register of organisations connects what both say. */
		REGISTER,

		/** The same work stands in both profiles. */
		WORKS,

		/** Only a name agrees, so it may be somebody else. */
		NAME,

		/** Somebody declared it. */
		DECLARATION,

		/** A party says so. */
		PARTY,

		/** The office has it on record. */
		OFFICE

	}

	/** What can stand on a path. */
	public enum Kind {
		PERSON, ORGANISATION, WORK, ITEM
	}

	/**
	 * The other side of a tie.
	 *
	 * @param number none if it is in no register
	 * @param name as it is shown
	 */
	public record Other(Kind kind, @Nullable Long number, String name) {

		static Other of(Facts person) {
			return new Other(Kind.PERSON, (person.id() != 0) ? person.id() : null, person.name());
		}

		static Other of(NamedOrganisation organisation) {
			return new Other(Kind.ORGANISATION, organisation.id(), organisation.name());
		}

		static Other of(Item item) {
			return new Other(Kind.ITEM, item.id(), item.title());
		}

	}

	/**
	 * One thing on the path.
	 *
	 * @param text as it is shown
	 * @param link what leads to it from the step before; none at the start
	 * @param years of the link
	 */
	public record Step(Kind kind, String text, @Nullable Link link, Years years) {

		static Step start(Facts candidate) {
			return new Step(Kind.PERSON, candidate.name(), null, Years.UNKNOWN);
		}

		static Step to(Kind kind, String text, Link link) {
			return new Step(kind, text, link, Years.UNKNOWN);
		}

		/** The end of a path that comes from one of the item's people. */
		static Step involved(Item item) {
			return to(Kind.ITEM, item.title(), Link.INVOLVED);
		}

	}

	/** What one thing on a path is to the thing before it, or the other way round: the reader sees which by their kinds. */
	public enum Link {

		/** A person holds the position at an organisation. */
		EMPLOYED, DIRECTOR, CONTROLLING, STUDENT, ADVISER,

		/** The organisation before is a part of this one. */
		BELONGS_TO,

		/** This organisation is a part of the one before. */
		PARENT_OF,

		/** Another name of the organisation before. */
		ALSO_CALLED,

		/** The organisation before is a party of this item, in that capacity or in one that is not told. */
		APPLICANT, PARTNER, PARTY,

		/** The person before is one of this item's people. */
		INVOLVED,

		/** A person made the work, or took part in the project. */
		AUTHOR, MEMBER,

		/** A person has a degree of the institution. */
		GRADUATED,

		/** The person before wrote a thesis under this one. */
		SUPERVISED_BY,

		/** This person wrote a thesis under the one before. */
		SUPERVISOR_OF,

		/** A declared tie. */
		FAMILY, FINANCIAL, SUPERVISION, OTHER,

		/** This party objects to the person before. */
		OBJECTION_OPEN, OBJECTION_UPHELD, OBJECTION_DISMISSED,

		/** The person before is in charge of this item's matter. */
		IN_CHARGE,

		/** The person before has reviewed this item. */
		REVIEWED

	}

}
