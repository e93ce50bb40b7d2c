package org.zhiqiao.platform.organisation;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Accounts.Person;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.notification.Mail;
import org.zhiqiao.platform.notification.Notifications;
import org.zhiqiao.platform.notification.Topic;

/** Tells both sides by mail who asks to join, who joined and who left. */
@Component
class JoinMails {

	private static final String QUEUE = "/workspace/join-requests";

	private static final String OWN = "/workspace/organisation";

	private final Accounts accounts;

	private final Notifications notifications;

	JoinMails(Accounts accounts, Notifications notifications) {
		this.accounts = accounts;
		this.notifications = notifications;
	}

	/** To those who act for it; where nobody does, to the officers in charge of it. */
	void asked(Organisation wanted, Person applicant, @Nullable String message) {
		for (Person decider : deciders(wanted)) {
			boolean member = decider.roles().contains(Role.FIRM);
			send(decider, message == null ? "join-asked" : "join-asked-saying", member ? OWN : QUEUE,
					name(wanted, decider), applicant.displayName(), applicant.email(),
					Objects.requireNonNullElse(message, ""));
		}
	}

	private List<Person> deciders(Organisation wanted) {
		List<Person> members = this.accounts.actingFor(wanted.id());
		if (!members.isEmpty()) {
			return members;
		}
		List<Person> officers = wanted.city() == null
				? List.of()
				: this.accounts.holding(Role.CITY_OFFICER, wanted.city());
		return officers.isEmpty() ? this.accounts.holding(Role.PROVINCIAL_OFFICER, null) : officers;
	}

	/** To whoever asked, and to those who acted for it before. */
	void accepted(Organisation organisation, Person applicant, List<Person> members) {
		send(applicant, "join-accepted", OWN, name(organisation, applicant));
		for (Person member : members) {
			send(member, "member-joined", OWN, name(organisation, member), applicant.displayName(),
					applicant.email());
		}
	}

	void refused(Organisation organisation, Person applicant, String reason) {
		send(applicant, "join-refused", OWN, name(organisation, applicant), reason);
	}

	void left(Organisation organisation, String leaver, List<Person> members) {
		for (Person member : members) {
			send(member, "member-left", OWN, name(organisation, member), leaver);
		}
	}

	private void send(Person to, String template, String link, Object... arguments) {
		this.notifications.send(new Mail(Topic.ACCOUNT, to.email(), to.language(), template, link, arguments));
	}

	private static String name(Organisation organisation, Person reader) {
		String zh = organisation.name().zh();
		String en = organisation.name().en();
		boolean chinese = Locale.CHINESE.getLanguage().equals(reader.language().getLanguage());
		return Objects.requireNonNullElse(chinese ? zh : en, Organisations.label(organisation));
	}

}
