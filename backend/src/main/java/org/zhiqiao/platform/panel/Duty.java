package org.zhiqiao.platform.panel;

import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;

import org.zhiqiao.platform.account.Role;

/** What an officer does for a panel. Who keeps the pool of experts, uses it, draws and supervises are different people. */
enum Duty {

	/** Sets the panel up: uses the pool. */
	@JsonProperty("organiser")
	ORGANISER,
	/** Gives the first secret of a draw. */
	@JsonProperty("firstDrawer")
	FIRST_DRAWER,
	/** Gives the second secret. */
	@JsonProperty("secondDrawer")
	SECOND_DRAWER,
	/** Looks on, and approves what needs a second person. */
	@JsonProperty("supervisor")
	SUPERVISOR;

	/**
	 * Whether somebody with these roles may have the duty at all. Those whose work is to fill and look after the pool may not;
	 * of officers who verify profiles, too, {@link Obstacle#KEEPER} takes care panel by panel.
	 */
	boolean openTo(Set<Role> roles) {
		if (roles.contains(Role.INFORMATION_OFFICER) || roles.contains(Role.ADMINISTRATOR)) {
			return false;
		}
		return (this == SUPERVISOR)
				? roles.contains(Role.AUDITOR)
				: roles.contains(Role.CITY_OFFICER) || roles.contains(Role.PROVINCIAL_OFFICER);
	}

	/** The role in which somebody draws. */
	static Role drawsAs(Set<Role> roles) {
		return roles.contains(Role.PROVINCIAL_OFFICER) ? Role.PROVINCIAL_OFFICER : Role.CITY_OFFICER;
	}

}
