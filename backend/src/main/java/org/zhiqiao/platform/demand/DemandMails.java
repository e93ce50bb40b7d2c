package org.zhiqiao.platform.demand;

import java.util.List;

import org.springframework.stereotype.Component;

import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.notification.Mail;
import org.zhiqiao.platform.notification.Notifications;
import org.zhiqiao.platform.notification.Topic;

/** Tells people by mail what happened to a need that concerns them. */
@Component
class DemandMails {

	private final Accounts accounts;

	private final Notifications notifications;

	DemandMails(Accounts accounts, Notifications notifications) {
		this.accounts = accounts;
		this.notifications = notifications;
	}

	/** To the officers of its city; where it has none, or its city has no officer, to those of the province. */
	void submitted(Demand demand) {
		var city = demand.content().city();
		var officers = (city != null)
				? this.accounts.holding(Role.CITY_OFFICER, city)
				: this.accounts.holding(Role.PROVINCIAL_OFFICER, null);
		if (officers.isEmpty()) {
			officers = this.accounts.holding(Role.PROVINCIAL_OFFICER, null);
		}
		for (var officer : officers) {
			this.notifications
					.send(new Mail(Topic.NEEDS, officer.email(), officer.language(), "demand-submitted", link(demand),
							demand.content().title()));
		}
	}

	void published(Demand demand) {
		toOwner(demand, "demand-published", demand.content().title());
	}

	void returned(Demand demand, String reason) {
		toOwner(demand, "demand-returned", demand.content().title(), reason);
	}

	/** Its deadline has passed. */
	void expired(Demand demand) {
		toOwner(demand, "demand-expired", demand.content().title());
	}

	private void toOwner(Demand demand, String template, Object... arguments) {
		for (var person : owners(demand)) {
			this.notifications
					.send(new Mail(Topic.NEEDS, person.email(), person.language(), template, link(demand), arguments));
		}
	}

	/** Whoever posted it; after they have left, those who act for the organisation. */
	List<Accounts.Person> owners(Demand demand) {
		if (demand.ownerId() != null) {
			return this.accounts.find(demand.ownerId()).stream().toList();
		}
		return (demand.organisationId() != null) ? this.accounts.actingFor(demand.organisationId()) : List.of();
	}

	private static String link(Demand demand) {
		return "/demands/" + demand.id();
	}

}
