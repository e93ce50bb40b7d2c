package org.zhiqiao.platform.panel.conflict;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the register of organisations says about who belongs together: a family is an organisation without a parent and everything
 * below it.
 *
 * @param parents the topmost parent of each organisation that has one; any other organisation is a family of its own
 * @param aliases the organisation that bears a name, by the name's normal form. A name that several bear is left out: it says
 * nothing.
 */
public record Families(Map<Long, Family> parents, Map<String, Long> aliases) {

	/** A register that knows no parents and no other names. */
	public static final Families NONE = new Families(Map.of(), Map.of());

	public Families {
		parents = Map.copyOf(parents);
		aliases = Map.copyOf(aliases);
	}

	/**
	 * An organisation without a parent.
	 *
	 * @param name as it is shown
	 */
	public record Family(long number, String name) {}

	/**
	 * An organisation in the register.
	 *
	 * @param family itself if it has no parent
	 */
	record Member(long organisation, Family family) {

		boolean isFamily() {
			return this.organisation == this.family.number();
		}

	}

	/**
	 * What the register knows of an organisation: one entry if it is linked, else one for each organisation that its names mean;
	 * in the order of their numbers.
	 */
	List<Member> members(NamedOrganisation organisation) {
		if (organisation.id() != null) {
			return List.of(member(organisation.id(), organisation));
		}
		var members = new TreeMap<Long, Member>();
		for (var key : organisation.nameKeys()) {
			var number = this.aliases.get(key);
			if (number != null) {
				members.put(number, member(number, organisation));
			}
		}
		return List.copyOf(members.values());
	}

	private Member member(long number, NamedOrganisation organisation) {
		var parent = this.parents.get(number);
		return new Member(number, (parent != null) ? parent : new Family(number, organisation.name()));
	}

}
