package org.zhiqiao.platform.expert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.annotation.Transactional;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.organisation.Organisations;
import org.zhiqiao.platform.organisation.SaveOrganisation;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.ProblemException;
import org.zhiqiao.platform.problem.StaleVersion;
import org.zhiqiao.platform.taxonomy.Bilingual;
import org.zhiqiao.platform.taxonomy.Counted;
import org.zhiqiao.platform.taxonomy.Spell;
import org.zhiqiao.platform.taxonomy.Tally;
import org.zhiqiao.search.IndexChange;

/** What people may do with profiles, and what others see of it. */
@SpringBootTest
@Transactional
abstract class ExpertServiceContract {

	private static final Actor EXPERT = new Actor(901, "张晓梅", Set.of(Role.EXPERT), null, null);

	private static final Actor STRANGER = new Actor(902, "Somebody", Set.of(Role.EXPERT), null, null);

	private static final Actor FIRM = new Actor(903, "示例公司", Set.of(Role.FIRM), null, null);

	private static final Actor PROVINCE = new Actor(904, "省厅", Set.of(Role.PROVINCIAL_OFFICER), null, null);

	private static final Actor CITY = new Actor(905, "合肥", Set.of(Role.CITY_OFFICER), "hefei", null);

	@Autowired
	private ExpertService service;

	@Autowired
	private Experts experts;

	@Autowired
	private ExpertTallies tallies;

	@Autowired
	private ExpertDocuments documents;

	@Autowired
	private ExpertIntake intake;

	@Autowired
	private ExpertPersonalData personalData;

	@Autowired
	private ExpertTable table;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Organisations organisations;

	@Autowired
	private Clock clock;

	@BeforeEach
	void nobodyElse() {
		this.jdbc.sql("UPDATE expert SET orcid = NULL, openalex = NULL, contact_email = NULL, account_id = NULL")
				.update();
		this.jdbc.sql("DELETE FROM expert_name_key").update();
		signIn(EXPERT);
	}

	@AfterEach
	void end() {
		SecurityContextHolder.clearContext();
	}

	private static void signIn(@Nullable Actor actor) {
		SecurityContextHolder.clearContext();
		if (actor != null) {
			SecurityContextHolder.getContext()
					.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(actor, "", List.of()));
		}
	}

	/** Whatever was done to profiles. */
	@AfterEach
	void countsPeopleByWhatTheirProfilesSay() {
		CountedRows.mustFollowProfiles(this.jdbc);
	}

	private ExpertView published() {
		signIn(EXPERT);
		return this.service.publish(this.service.create(SampleProfiles.full(), false).id());
	}

	private static Map<Group, SaveExpert.Choice> all(Visibility visibility) {
		var choices = new EnumMap<Group, SaveExpert.Choice>(Group.class);
		for (var group : Group.values()) {
			choices.put(group, new SaveExpert.Choice(visibility));
		}
		return choices;
	}

	@Test
	void createsOneProfileForAnAccount() {
		var view = this.service.create(SampleProfiles.full(), false);
		assertThat(view.own()).isTrue();
		assertThat(view.editable()).isTrue();
		assertThat(view.state()).isEqualTo(State.DRAFT);
		assertThat(view.domains()).singleElement()
				.satisfies((domain) -> assertThat(domain.label().zh()).isEqualTo("固态电池"));
		assertThat(view.groups().get(Group.BASICS))
				.isEqualTo(new GroupState(Source.SELF, LocalDate.now(this.clock), Visibility.PUBLIC));
		assertThat(this.service.mine().id()).isEqualTo(view.id());
		assertThat(this.experts.expertId(901)).contains(view.id());
		assertThatThrownBy(() -> this.service.create(SampleProfiles.full(), false))
				.isInstanceOf(ProblemException.class);
	}

	@Test
	void pointsAtEveryWrongField() {
		var wrong = new SaveExpert(new Names(" ", null, null, List.of()), new Title("emperor", null, null), null,
				List.of(new Affiliation(null, new Bilingual("甲", null), "ZZ", 2016, 2011, null),
						new Affiliation(987_654_321L, new Bilingual("乙", null), null, 1066, null, null)),
				List.of(new Degree(null, null, null, null, null)), "XX", null, List.of("no-such-concept"), null, null,
				List.of(new LanguageSkill("zh", "native"), new LanguageSkill("zh", "C1"), new LanguageSkill("de", "")),
				List.of(new CountryExperience("DE", "holiday", null, null, null)), null,
				List.of(new Evidence(null, "publication", "", null, 3000, List.of(), null, "nonsense", null)), null,
				new Availability("sometimes", null, null), null, "Mars/Olympus", new Contact("nobody", "call me", null),
				new Identifiers("0000-0002-1825-0098", "W1"), null);
		assertThatThrownBy(() -> this.service.create(wrong, false)).isInstanceOfSatisfying(InvalidInput.class,
				(invalid) -> assertThat(invalid.errors()).extracting((error) -> error.pointer() + " " + error.code())
						.contains("/names name-needed", "/title/level unknown-code",
								"/affiliations/0/country unknown-code",
								"/affiliations/0/to years-order", "/affiliations/1/organisationId unknown-organisation",
								"/affiliations/1/from year-between", "/degrees/0/level required",
								"/residence unknown-code",
								"/domains/0 unknown-code", "/languages/1/code twice", "/languages/2/level required",
								"/countries/0/kind unknown-code", "/evidence/0/title required",
								"/evidence/0/year year-between", "/evidence/0/doi doi",
								"/availability/status unknown-code",
								"/timeZone time-zone", "/contact/email email", "/contact/phone phone",
								"/identifiers/orcid orcid", "/identifiers/openalex openalex-author"));
	}

	@Test
	void publishesOnlyWhatCanBeFound() {
		var poor = this.service
				.create(new SaveExpert(new Names("张晓梅", null, null, List.of()), null, null, null, null, null, null,
						null, null, null, null, null, null, null, null, null, null, null, null, null, null), false);
		assertThatThrownBy(() -> this.service.publish(poor.id())).isInstanceOfSatisfying(InvalidInput.class,
				(invalid) -> assertThat(invalid.errors()).extracting((error) -> error.code())
						.containsExactly("expertise-needed", "language-needed"));
		var better = this.service.save(poor.id(), poor.version(), SampleProfiles.full());
		assertThat(this.service.publish(better.id()).state()).isEqualTo(State.PUBLISHED);
	}

	@Test
	void savesOnlyOnTopOfWhatTheWriterHasSeen() {
		var view = this.service.create(SampleProfiles.full(), false);
		var saved = this.service.save(view.id(), view.version(),
				SampleProfiles.withEvidence(SampleProfiles.full(), List.of()));
		assertThat(saved.version()).isEqualTo(view.version() + 1);
		assertThatThrownBy(() -> this.service.save(view.id(), view.version(), SampleProfiles.full()))
				.isInstanceOf(StaleVersion.class);
	}

	@Test
	void disappearsAtOnceWhenWithdrawn() {
		var id = published().id();
		assertThat(this.experts.cards(List.of(id), Viewer.ANYBODY)).hasSize(1);
		assertThat(this.documents.load(List.of(id))).singleElement().isInstanceOf(IndexChange.PutExpert.class);
		this.service.withdraw(id);
		assertThat(this.experts.cards(List.of(id), Viewer.ANYBODY)).isEmpty();
		assertThat(this.experts.cards(List.of(id), Viewer.of(PROVINCE))).isEmpty();
		assertThat(this.documents.load(List.of(id))).singleElement().isInstanceOf(IndexChange.Remove.class);
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM change_log WHERE kind = 'EXPERT' AND subject_id = ?")
				.param(id)
				.query(Integer.class)
				.single()).isPositive();
		signIn(null);
		assertThatThrownBy(() -> this.service.read(id)).isInstanceOf(NotFound.class);
	}

	@Test
	void nobodyElseMayWrite() {
		var view = published();
		for (var actor : List.of(STRANGER, FIRM)) {
			signIn(actor);
			assertThat(this.service.read(view.id()).editable()).isFalse();
			assertThatThrownBy(() -> this.service.save(view.id(), view.version(), SampleProfiles.full()))
					.isInstanceOf(NotAllowed.class);
			assertThatThrownBy(() -> this.service.withdraw(view.id())).isInstanceOf(NotAllowed.class);
		}
		signIn(PROVINCE);
		assertThat(this.service.read(view.id()).editable()).isTrue();
	}

	@Test
	void aDraftIsNotEvenKnownToOthers() {
		var id = this.service.create(SampleProfiles.full(), false).id();
		signIn(STRANGER);
		assertThatThrownBy(() -> this.service.read(id)).isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> this.service.publish(id)).isInstanceOf(NotFound.class);
	}

	@Test
	void cityOfficersLookAfterTheirCity() {
		var id = this.organisations
				.register(
						new SaveOrganisation(new Bilingual("芜湖示例公司", null), List.of(), "CN", "wuhu", "enterprise", null,
								null),
						true,
						false)
				.id();
		var given = SampleProfiles.person("王示例", null, "x");
		var there = new SaveExpert(given.names(), null, null,
				List.of(new Affiliation(id, Bilingual.NONE, "CN", 2010, null, null)), null, null, null, null,
				given.freeDomains(), null, given.languages(), null, null, null, null, null, null, null, null, null,
				null);
		var view = this.service.create(there, false);
		assertThat(view.affiliations().getFirst().name().zh()).isEqualTo("芜湖示例公司");
		this.service.requestVerification(view.id());
		signIn(CITY);
		assertThatThrownBy(() -> this.service.verify(view.id(), null, verified())).isInstanceOf(NotAllowed.class);
		assertThat(this.service.verificationQueue(1).items()).extracting(ExpertCard::id).doesNotContain(view.id());
		signIn(new Actor(906, "芜湖", Set.of(Role.CITY_OFFICER), "wuhu", null));
		assertThat(this.service.verificationQueue(1).items()).extracting(ExpertCard::id).contains(view.id());
		assertThat(this.service.verify(view.id(), null, verified()).verification().status())
				.isEqualTo(Verification.Status.VERIFIED);
	}

	@Test
	void anyCityLooksAfterWhoWorksInNone() {
		var view = published();
		this.service.requestVerification(view.id());
		signIn(CITY);
		assertThat(this.service.verificationQueue(1).items()).extracting(ExpertCard::id).contains(view.id());
		assertThat(this.service.verify(view.id(), null, verified()).verification().status())
				.isEqualTo(Verification.Status.VERIFIED);
	}

	private static VerifyExpert verified() {
		return new VerifyExpert(VerifyExpert.Decision.VERIFIED, null);
	}

	@Test
	void asksForVerificationAgainWhenVerifiedFieldsChange() {
		var view = published();
		this.service.requestVerification(view.id());
		signIn(PROVINCE);
		assertThat(this.service.verificationQueue(1).items()).extracting(ExpertCard::id).contains(view.id());
		assertThatThrownBy(
				() -> this.service.verify(view.id(), null, new VerifyExpert(VerifyExpert.Decision.REFUSED, " ")))
				.isInstanceOf(InvalidInput.class);
		var checked = this.service.verify(view.id(), null, verified());
		assertThat(this.service.verificationQueue(1).items()).extracting(ExpertCard::id).doesNotContain(view.id());
		signIn(EXPERT);
		var full = SampleProfiles.full();
		var evidence = this.service.mine().evidence();
		var sameButPhone = SampleProfiles.withEvidence(
				SampleProfiles.with(full, new Contact("new@example.org", null, null), full.identifiers()),
				new ArrayList<>(evidence));
		var still = this.service.save(view.id(), checked.version(), sameButPhone);
		assertThat(still.verification().status()).isEqualTo(Verification.Status.VERIFIED);
		var fewer = this.service.save(view.id(), still.version(),
				SampleProfiles.withEvidence(sameButPhone, List.of(evidence.getFirst())));
		assertThat(fewer.verification().status()).isEqualTo(Verification.Status.OUTDATED);
		signIn(PROVINCE);
		assertThat(this.service.verificationQueue(1).items()).extracting(ExpertCard::id).contains(view.id());
	}

	@Test
	void nobodyVerifiesThemself() {
		signIn(new Actor(907, "双重", Set.of(Role.EXPERT, Role.PROVINCIAL_OFFICER), null, null));
		var view = this.service.create(SampleProfiles.full(), true);
		assertThat(view.own()).isTrue();
		assertThatThrownBy(() -> this.service.verify(view.id(), null, verified())).isInstanceOf(NotAllowed.class);
	}

	@Test
	void officersDoNotWidenWhatAPersonShows() {
		var view = published();
		signIn(PROVINCE);
		var open = SampleProfiles.with(SampleProfiles.full(), all(Visibility.PUBLIC));
		assertThatThrownBy(() -> this.service.save(view.id(), view.version(), open)).isInstanceOfSatisfying(
				InvalidInput.class,
				(invalid) -> assertThat(invalid.errors()).extracting((error) -> error.pointer())
						.contains("/groups/contact/visibility"));
	}

	@Test
	void confirmsGroups() {
		var view = published();
		this.jdbc.sql("UPDATE expert_group SET confirmed_on = '2020-01-01' WHERE expert_id = ?").param(view.id())
				.update();
		assertThat(this.service.mine().completeness()).isNotNull()
				.satisfies((found) -> assertThat(found.missing())
						.contains(new Completeness.Missing(Group.LANGUAGES, "confirm")));
		var confirmed = this.service.confirm(view.id(), Set.of(Group.LANGUAGES));
		assertThat(confirmed.groups().get(Group.LANGUAGES)).isNotNull()
				.satisfies((group) -> assertThat(group.confirmedOn()).isEqualTo(LocalDate.now(this.clock)));
		assertThat(confirmed.groups().get(Group.COUNTRIES)).isNotNull()
				.satisfies((group) -> assertThat(group.confirmedOn()).isEqualTo(LocalDate.of(2020, 1, 1)));
	}

	/** Each viewer against each visibility, in the view, in the card and in the document for the index. */
	@Test
	void showsEachGroupOnlyToThoseItIsMeantFor() {
		var view = published();
		for (var visibility : Visibility.values()) {
			for (var group : Group.values()) {
				signIn(EXPERT);
				var choices = all(Visibility.PUBLIC);
				choices.put(group, new SaveExpert.Choice(visibility));
				if (group == Group.BASICS && visibility == Visibility.PRIVATE) {
					continue;
				}
				var current = this.service.mine();
				this.service.save(view.id(), current.version(), SampleProfiles.with(
						SampleProfiles.withEvidence(SampleProfiles.full(), new ArrayList<>(current.evidence())),
						choices));
				check(view.id(), group, visibility, null, visibility == Visibility.PUBLIC);
				check(view.id(), group, visibility, STRANGER, visibility.compareTo(Visibility.REGISTERED) <= 0);
				check(view.id(), group, visibility, FIRM, visibility.compareTo(Visibility.REGISTERED) <= 0);
				check(view.id(), group, visibility, PROVINCE, true);
				check(view.id(), group, visibility, EXPERT, true);
				var matched = this.experts.cards(List.of(view.id()), Viewer.of(FIRM).amongOwnMatches());
				assertThat(shows(matched, group)).as("matched card %s %s", group, visibility)
						.isEqualTo(onCard(group) ? visibility != Visibility.PRIVATE : null);
				document(view.id(), group, visibility);
			}
		}
	}

	private void check(long id, Group group, Visibility visibility, @Nullable Actor actor, boolean expected) {
		signIn(actor);
		var viewer = (actor != null) ? Viewer.of(actor) : Viewer.ANYBODY;
		var as = "%s %s %s".formatted(group, visibility, actor);
		var card = this.experts.cards(List.of(id), viewer);
		if (group == Group.BASICS && !expected) {
			assertThatThrownBy(() -> this.service.read(id)).as(as).isInstanceOf(NotFound.class);
			assertThat(card).as(as).isEmpty();
			return;
		}
		var view = this.service.read(id);
		assertThat(view.hiddenGroups().contains(group)).as(as).isNotEqualTo(expected);
		assertThat(view.groups().containsKey(group)).as(as).isEqualTo(expected);
		var there = switch (group) {
			case BASICS -> view.names().zh() != null && view.identifiers() != null && view.residence() != null;
			case BACKGROUND ->
				!view.degrees().isEmpty() && view.nationality() != null && view.affiliations().size() == 2;
			case EXPERTISE -> !view.domains().isEmpty() && !view.freeDomains().isEmpty() && !view.industries().isEmpty()
					&& !view.competences().isEmpty();
			case LANGUAGES -> !view.languages().isEmpty();
			case COUNTRIES -> !view.countries().isEmpty();
			case EVIDENCE -> !view.evidence().isEmpty();
			case OFFERS -> !view.offers().isEmpty() && view.availability() != null && view.timeZone() != null
					&& view.preferredLanguage() != null;
			case CONTACT -> view.contact() != null;
		};
		var partly = view.toString();
		assertThat(there).as(as).isEqualTo(expected);
		if (!expected) {
			assertThat(partly).as(as).doesNotContain(switch (group) {
				case BACKGROUND -> "Musteruniversität";
				case EVIDENCE -> "Sulfide electrolytes at scale";
				case OFFERS -> "周五";
				case CONTACT -> "xiaomei.zhang@example.org";
				case EXPERTISE -> "sulfide electrolytes";
				default -> "\u0000";
			});
		}
		assertThat(view.completeness() != null).as(as).isEqualTo(PROVINCE.equals(actor) || EXPERT.equals(actor));
		assertThat(shows(card, group)).as("card " + as).isEqualTo(onCard(group) ? expected : null);
	}

	private static boolean onCard(Group group) {
		return EnumSet.of(Group.BASICS, Group.EXPERTISE, Group.LANGUAGES, Group.COUNTRIES).contains(group);
	}

	private static @Nullable Boolean shows(List<ExpertCard> cards, Group group) {
		if (!onCard(group)) {
			return null;
		}
		return !cards.isEmpty() && switch (group) {
			case BASICS -> cards.getFirst().names().zh() != null;
			case EXPERTISE -> !cards.getFirst().domains().isEmpty();
			case LANGUAGES -> !cards.getFirst().languages().isEmpty();
			default -> !cards.getFirst().countries().isEmpty();
		};
	}

	/** What is private is not in the document at all; the rest carries its audience. */
	private void document(long id, Group group, Visibility visibility) {
		var change = this.documents.load(List.of(id)).getFirst();
		var document = ((IndexChange.PutExpert) change).document();
		var text = document.toString();
		var secret = switch (group) {
			case BASICS, LANGUAGES, COUNTRIES -> null;
			case BACKGROUND -> "Musteruniversität";
			case EXPERTISE -> "solid-state-battery";
			case EVIDENCE -> "试制线建设";
			case OFFERS -> "advice";
			case CONTACT -> "xiaomei.zhang@example.org";
		};
		if (secret != null) {
			assertThat(text.contains(secret)).as("document %s %s", group, visibility)
					.isEqualTo(visibility != Visibility.PRIVATE && group != Group.CONTACT);
		}
		if (group == Group.EVIDENCE && visibility != Visibility.PRIVATE) {
			assertThat(document.pieces()).filteredOn((piece) -> piece.title().equals("试制线建设"))
					.singleElement()
					.satisfies((piece) -> assertThat(piece.audience().name()).isEqualTo(visibility.name()));
		}
	}

	@Test
	void warnsOfDuplicatesWithoutGivingPeopleAway() {
		var known = published();
		signIn(STRANGER);
		var same = SampleProfiles.person(null, "Zhang, Xiao-mei", "Example University");
		assertThat(this.service.checkDuplicates(same, Locale.ENGLISH)).singleElement().satisfies((duplicate) -> {
			assertThat(duplicate.expertId()).isEqualTo(known.id());
			assertThat(duplicate.certainty()).isEqualTo(Duplicate.Certainty.LIKELY);
			assertThat(duplicate.reasons().getFirst().detail()).startsWith("Same name");
		});
		var sameNameOnly = SampleProfiles.person("張曉梅", null, "Another Place");
		assertThat(this.service.checkDuplicates(sameNameOnly, Locale.ENGLISH)).singleElement()
				.satisfies((duplicate) -> assertThat(duplicate.certainty()).isEqualTo(Duplicate.Certainty.WEAK));
		var mailOnly = SampleProfiles.with(SampleProfiles.person("某人", null, "x"),
				new Contact("xiaomei.zhang@example.org", null, null), null);
		assertThat(this.service.checkDuplicates(mailOnly, Locale.ENGLISH)).isEmpty();
		signIn(PROVINCE);
		assertThat(this.service.checkDuplicates(mailOnly, Locale.ENGLISH)).hasSize(1);
	}

	@Test
	void aMergeKeepsTheStricterAndLosesNothing() {
		var own = published();
		signIn(EXPERT);
		var one = this.service.save(own.id(), own.version(), SampleProfiles.withEvidence(SampleProfiles.full(),
				List.of(own.evidence().getFirst())));
		signIn(PROVINCE);
		var listed = SampleProfiles.person("张晓梅", "Xiaomei Zhang", "Example University");
		var other = this.service.create(SampleProfiles.with(
				SampleProfiles.withEvidence(listed,
						List.of(new Evidence(null, "project", "试制线建设", null, 2022, List.of(), null, null, null),
								new Evidence(null, "award", "示例奖", null, 2019, List.of(), null, null, null))),
				Map.of(Group.LANGUAGES, new SaveExpert.Choice(Visibility.PRIVATE), Group.COUNTRIES,
						new SaveExpert.Choice(Visibility.MATCHED))),
				false);
		assertThat(this.service.duplicatesOf(one.id(), Locale.ENGLISH)).extracting(DuplicateView::expertId)
				.contains(other.id());
		assertThat(this.service.duplicateQueue(1, Locale.ENGLISH).items()).isNotEmpty();
		// The officer keeps the listed one: the person's account, exclusions and wishes move to it.
		var merged = this.service.merge(other.id(), one.id());
		assertThat(merged.groups().get(Group.LANGUAGES)).extracting(GroupState::visibility)
				.isEqualTo(Visibility.PRIVATE);
		assertThat(merged.groups().get(Group.COUNTRIES)).extracting(GroupState::visibility)
				.isEqualTo(Visibility.MATCHED);
		assertThat(merged.groups().get(Group.CONTACT)).extracting(GroupState::visibility).isEqualTo(Visibility.PRIVATE);
		assertThat(merged.state()).isEqualTo(State.PUBLISHED);
		assertThat(merged.identifiers()).isEqualTo(new Identifiers("0000-0002-1825-0097", "A5000000001"));
		// What the person had taken out stays out, although the other profile had it.
		assertThat(merged.evidence()).extracting(Evidence::title)
				.containsExactlyInAnyOrder("Sulfide electrolytes at scale", "示例奖");
		assertThat(this.service.mergedInto(one.id())).contains(other.id());
		assertThat(this.experts.present(one.id())).contains(other.id());
		assertThatThrownBy(() -> this.service.read(one.id())).isInstanceOf(NotFound.class);
		assertThat(this.documents.load(List.of(one.id()))).singleElement().isInstanceOf(IndexChange.Remove.class);
		signIn(EXPERT);
		assertThat(this.service.mine().id()).isEqualTo(other.id());
		assertThat(this.jdbc.sql("SELECT COUNT(*) FROM expert_affiliation WHERE expert_id = ?").param(one.id())
				.query(Integer.class).single())
				.isZero();
	}

	@Test
	void aDraftOfNobodyTakesNobodyOutOfSearch() {
		var one = published();
		signIn(PROVINCE);
		var heldBack = this.service.create(SampleProfiles.person("张晓梅", "Xiaomei Zhang", "Example University"), false);
		assertThat(heldBack.state()).isEqualTo(State.DRAFT);
		assertThat(this.service.merge(one.id(), heldBack.id()).state()).isEqualTo(State.PUBLISHED);
	}

	@Test
	void doesNotMergeTwoPeople() {
		var one = published();
		signIn(STRANGER);
		var two = this.service.create(SampleProfiles.person("张晓梅", null, "示例大学"), false);
		signIn(PROVINCE);
		assertThatThrownBy(() -> this.service.merge(one.id(), two.id())).isInstanceOfSatisfying(ProblemException.class,
				(problem) -> assertThat(problem.slug()).isEqualTo("two-accounts"));
		var listed = this.service.create(SampleProfiles.with(SampleProfiles.person("张晓梅", null, "示例大学"), null,
				new Identifiers("0000-0001-5109-3700", null)), false);
		assertThatThrownBy(() -> this.service.merge(one.id(), listed.id())).isInstanceOfSatisfying(
				ProblemException.class,
				(problem) -> assertThat(problem.slug()).isEqualTo("two-people"));
		assertThatThrownBy(() -> this.service.merge(one.id(), one.id())).isInstanceOf(InvalidInput.class);
	}

	@Test
	void anImportDoesNotOverwriteThePersonNorBringBackWhatTheyTookOut() {
		var own = published();
		this.service.save(own.id(), own.version(),
				SampleProfiles.withEvidence(SampleProfiles.full(), List.of(own.evidence().getFirst())));
		var incoming = SampleProfiles.with(
				SampleProfiles.withEvidence(SampleProfiles.person("改名", "Other Name", "Elsewhere"),
						List.of(new Evidence(null, "project", "试制线建设", null, 2022, List.of(), null, null, null),
								new Evidence(null, "publication", "New work", null, 2023, List.of(), null,
										"10.1234/new", null))),
				null, new Identifiers("0000-0002-1825-0097", null));
		var outcome = this.intake.take(new ExpertIntake.Incoming(Source.ORCID, incoming, true), null);
		assertThat(outcome).isEqualTo(new ExpertIntake.Outcome.Updated(own.id()));
		var after = this.service.mine();
		assertThat(after.names().zh()).isEqualTo("张晓梅");
		assertThat(after.evidence()).extracting(Evidence::title).containsExactly("Sulfide electrolytes at scale",
				"New work");
		assertThat(after.groups().get(Group.EVIDENCE)).isNotNull().satisfies((group) -> {
			assertThat(group.source()).isEqualTo(Source.ORCID);
			assertThat(group.confirmedOn()).isNull();
		});
		assertThat(this.intake.take(new ExpertIntake.Incoming(Source.ORCID, incoming, true), null))
				.isEqualTo(new ExpertIntake.Outcome.Unchanged(own.id()));
	}

	@Test
	void addsToTheOwnProfileAndSaysWhat() {
		var own = published();
		var added = this.intake.addTo(own.id(), Source.ORCID,
				SampleProfiles.withEvidence(SampleProfiles.person(null, "X. Zhang", "Elsewhere"),
						List.of(new Evidence(null, "publication", "New work", null, 2023, List.of(), null, null,
								null))));
		assertThat(added.items().get(Group.EVIDENCE)).containsExactly("New work");
		assertThat(added.items().get(Group.BASICS)).containsExactly("X. Zhang");
		assertThat(added.expert().evidence()).hasSize(3);
		signIn(STRANGER);
		assertThatThrownBy(() -> this.intake.addTo(own.id(), Source.ORCID, SampleProfiles.full()))
				.isInstanceOf(NotAllowed.class);
	}

	@Test
	void forgetsAPerson() {
		var own = published();
		assertThat(this.personalData.export(901).toString()).contains("xiaomei.zhang@example.org", "Musteruniversität");
		this.personalData.erase(901);
		assertThat(this.personalData.export(901)).isEqualTo(Map.of());
		assertThat(this.table.find(own.id()).orElseThrow().profile()).isEqualTo(Profile.EMPTY);
		assertThat(this.documents.load(List.of(own.id()))).singleElement().isInstanceOf(IndexChange.Remove.class);
		for (var child : List.of("expert_other_name", "expert_name_key", "expert_affiliation", "expert_degree",
				"expert_evidence", "expert_exclusion", "expert_country")) {
			assertThat(this.jdbc.sql("SELECT COUNT(*) FROM " + child + " WHERE expert_id = ?")
					.param(own.id())
					.query(Integer.class)
					.single()).as(child).isZero();
		}
	}

	@Test
	void countsOnlyWhatAnybodyMaySee() {
		var before = this.experts.figures();
		var own = published();
		assertThat(this.experts.figures().experts()).isEqualTo(before.experts() + 1);
		signIn(EXPERT);
		this.service.save(own.id(), own.version(), SampleProfiles.with(
				SampleProfiles.withEvidence(SampleProfiles.full(), new ArrayList<>(own.evidence())),
				Map.of(Group.BASICS, new SaveExpert.Choice(Visibility.REGISTERED))));
		assertThat(this.experts.figures()).isEqualTo(before);
	}

	@Test
	void countsPeopleWhereTheyWorkAfterTheirEmployerBecamePartOfAnother() {
		var own = published();
		this.jdbc.sql("UPDATE expert_affiliation SET organisation_id = 71 WHERE expert_id = ? AND pos = 0")
				.param(own.id())
				.update();
		this.jdbc.sql("UPDATE expert_counted SET organisation_id = 71 WHERE expert_id = ?").param(own.id()).update();
		this.table.moveEmployer(71, 72);
		assertThat(this.jdbc.sql("SELECT organisation_id FROM expert_counted WHERE expert_id = ?")
				.param(own.id())
				.query(Long.class)
				.single()).isEqualTo(72);
	}

	@Test
	void countsNobodyByWhatTheyShowToNobody() {
		var without = counted();
		var own = published();
		var open = counted();
		assertThat(open).allSatisfy((what, count) -> assertThat(count).as(what).isGreaterThan(without.get(what)));
		hide(own, Group.LANGUAGES);
		assertThat(counted()).containsEntry("speaking", without.get("speaking"))
				.containsEntry("countries", open.get("countries"))
				.containsEntry("industries", open.get("industries"));
		hide(own, Group.COUNTRIES);
		assertThat(counted()).containsEntry("countries", without.get("countries"))
				.containsEntry("industries", open.get("industries"));
		hide(own, Group.EXPERTISE);
		assertThat(counted()).containsEntry("countries", without.get("countries"))
				.containsEntry("industries", without.get("industries"));
		hide(own, Group.BASICS);
		assertThat(counted()).isEqualTo(without);
		signIn(EXPERT);
		this.service.withdraw(own.id());
		assertThat(counted()).isEqualTo(without);
	}

	private void hide(ExpertView own, Group group) {
		this.jdbc.sql("UPDATE expert_group SET visibility = 'public' WHERE expert_id = ?").param(own.id()).update();
		this.jdbc.sql("UPDATE expert_group SET visibility = 'private' WHERE expert_id = ? AND field_group = ?")
				.params(own.id(), group.code())
				.update();
	}

	private Map<String, Long> counted() {
		return Map.of("countries", sum(this.experts.byIndustryAndCountry(null, null)), "speaking",
				sum(this.experts.byIndustryAndCountry(null, "de")), "industries",
				this.tallies.spells(Counted.By.INDUSTRY, Counted.ALL)
						.codes()
						.stream()
						.mapToLong(Spell::count)
						.sum());
	}

	private static long sum(List<Tally> tallies) {
		return tallies.stream().mapToLong(Tally::count).sum();
	}

}
