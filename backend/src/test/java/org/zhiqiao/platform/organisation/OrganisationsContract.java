package org.zhiqiao.platform.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhiqiao.platform.account.AccountConfirmed;
import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.problem.ProblemException;
import org.zhiqiao.platform.problem.ProblemException.FieldError;
import org.zhiqiao.platform.problem.StaleVersion;
import org.zhiqiao.platform.taxonomy.Bilingual;

/** Organisations on every database. */
@SpringBootTest
abstract class OrganisationsContract {

	@Autowired
	private Organisations organisations;

	@Autowired
	private OrganisationEditing editing;

	@Autowired
	private OrganisationTable table;

	@Autowired
	private Accounts accounts;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private TransactionTemplate transaction;

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void isFoundByEveryNameAndByPinyin() {
		long id = register(named("合肥晨曦测试显示科技有限公司", "Hefei Chenxi Test Display Co., Ltd.", "晨曦显示", "CXD")).id();
		for (String text : List.of("晨曦测试", "晨曦顯示", "chenxi test", "CXD", "chen xi ce shi", "hefeichenxi", "hfcx",
				"HEFEI CHENXI")) {
			assertThat(search(text)).as(text).contains(id);
		}
		assertThat(search("100%")).isEmpty();
		assertThat(search("chenxj")).isEmpty();
	}

	@Test
	void putsTheWholeNameFirst() {
		long longer = register(named("甲乙丙研究院第二分院", null)).id();
		long whole = register(named("甲乙丙研究院", null)).id();
		assertThat(search("甲乙丙研究院")).containsExactly(whole, longer);
	}

	@Test
	void keepsNamesCodeAndParent() {
		long parent = register(named("上级测试集团", null)).id();
		Organisation saved = this.organisations.register(new SaveOrganisation(new Bilingual(" 下级测试公司 ", ""),
				List.of("下级"), null, "hefei", "enterprise", "91340100 EXAMP0058C", parent), true, true);
		assertThat(search("91340100 examp0058c")).containsExactly(saved.id());
		assertThat(this.organisations.find(saved.id())).contains(saved);
		assertThat(saved.name()).isEqualTo(new Bilingual("下级测试公司", null));
		assertThat(saved.country()).isEqualTo("CN");
		assertThat(saved.uscc()).isEqualTo("91340100EXAMP0058C");
		assertThat(saved.parentId()).isEqualTo(parent);
		assertThat(this.organisations.named("下级")).containsExactly(saved);
		assertErrors(() -> this.organisations.register(new SaveOrganisation(new Bilingual("另一家", null), List.of(), "CN",
				null, "enterprise", "91340100EXAMP0058C", null), true, true), "/uscc uscc-taken");
	}

	/** Who wins is left to chance; that the other is told so in the usual words is not. */
	@Test
	void tellsTheSlowerOfTwoThatACodeIsTaken() throws Exception {
		try (var two = Executors.newFixedThreadPool(2)) {
			for (int round = 0; round < 20; round++) {
				String code = fittingCode(round);
				Organisation there = register(named("并发修改测试" + round, null));
				var together = new CyclicBarrier(2);
				Callable<Organisation> created = () -> {
					as(Role.PROVINCIAL_OFFICER, null, null);
					together.await();
					return this.editing.create(coded("并发登记测试", code), true);
				};
				Callable<Organisation> changed = () -> {
					as(Role.PROVINCIAL_OFFICER, null, null);
					together.await();
					return this.editing.update(there.id(), there.version(), coded("并发修改测试", code));
				};
				var outcomes = two.invokeAll(List.of(created, changed));
				assertThat(outcomes).filteredOn(one -> one.state() == Future.State.SUCCESS).hasSize(1);
				assertThat(outcomes).filteredOn(one -> one.state() == Future.State.FAILED)
						.singleElement()
						.satisfies(slower -> assertErrors(() -> {
							throw slower.exceptionNow();
						}, "/uscc uscc-taken"));
			}
		}
	}

	private static SaveOrganisation coded(String zh, String code) {
		return new SaveOrganisation(new Bilingual(zh, null), List.of(), "CN", null, "enterprise", code, null);
	}

	private static String fittingCode(int number) {
		String start = "91340100EXAMP%04d".formatted(9_000 + number);
		return start + UnifiedCode.checkCharacter(start + "0");
	}

	@Test
	void saysAllThatIsWrongAtOnce() {
		assertErrors(() -> register(new SaveOrganisation(null, List.of(" "), "XX", "hefei", "club", null, 999_999L)),
				"/name organisation-name", "/aliases/0 required", "/country unknown-code", "/city city-abroad",
				"/hostKind unknown-code", "/parentId unknown-code");
		assertErrors(() -> register(new SaveOrganisation(new Bilingual(null, "Somebody"), List.of(), "DE", null,
				"enterprise", "91340100EXAMP0058C", null)), "/uscc uscc-abroad");
	}

	@Test
	void refusesToBelongToItself() {
		as(Role.PROVINCIAL_OFFICER, null, null);
		Organisation upper = register(named("循环测试上级", null));
		Organisation lower = register(new SaveOrganisation(new Bilingual("循环测试下级", null), List.of(), "CN", null,
				"enterprise", null, upper.id()));
		assertErrors(
				() -> this.editing.update(upper.id(), upper.version(), new SaveOrganisation(upper.name(), List.of(),
						"CN", null, "enterprise", null, lower.id())),
				"/parentId organisation-cycle");
	}

	@Test
	void warnsOfALikelyDuplicateAndLetsItPass() {
		as(Role.EXPERT, null, null);
		Organisation known = register(named("重名测试新材料有限公司", null));
		SaveOrganisation like = named("重名测试新材料股份有限公司", null);
		assertThatThrownBy(() -> this.editing.create(like, false)).asInstanceOf(type(ProblemException.class))
				.satisfies(problem -> assertThat(problem.slug()).isEqualTo("likely-duplicate"));
		Organisation proposed = this.editing.create(like, true);
		assertThat(proposed.confirmed()).isFalse();
		assertThat(this.organisations.alike(like, proposed.id())).containsExactly(known);
	}

	@Test
	void letsOfficersActForTheirCityOnly() {
		Organisation inHefei = register(new SaveOrganisation(new Bilingual("合肥权限测试", null), List.of(), null, "hefei",
				"enterprise", null, null));
		var same = new SaveOrganisation(inHefei.name(), List.of(), null, "hefei", "enterprise", null, null);
		as(Role.CITY_OFFICER, "wuhu", null);
		assertThatThrownBy(() -> this.editing.update(inHefei.id(), 0, same)).isInstanceOf(NotAllowed.class);
		as(Role.CITY_OFFICER, "hefei", null);
		assertThat(this.editing.update(inHefei.id(), 0, same).version()).isEqualTo(1);
		assertThatThrownBy(() -> this.editing.update(inHefei.id(), 0, same)).isInstanceOf(StaleVersion.class);
		assertThatThrownBy(() -> this.editing.update(inHefei.id(), 1,
				new SaveOrganisation(inHefei.name(), List.of(), null, "wuhu", "enterprise", null, null)))
				.isInstanceOf(NotAllowed.class);
	}

	@Test
	void letsAFirmChangeItsOwnOnly() {
		Organisation own = register(named("本企业权限测试", null));
		Organisation other = register(named("他企业权限测试", null));
		as(Role.FIRM, null, own.id());
		assertThat(this.editing.update(own.id(), 0, named("本企业权限测试", "Own firm")).name().en()).isEqualTo("Own firm");
		assertThatThrownBy(() -> this.editing.update(other.id(), 0, named("他企业权限测试", null)))
				.isInstanceOf(NotAllowed.class);
	}

	@Test
	void entersTheOrganisationOfANewFirm() {
		var person = this.accounts.createSample(new Accounts.NewPerson("newfirm@example.org", "copper kettle at dawn",
				"Firm", Locale.ENGLISH, EnumSet.of(Role.FIRM), null));
		this.transaction.executeWithoutResult(status -> this.events.publishEvent(new AccountConfirmed(
				person.accountId(), Role.FIRM, "Firm", "newfirm@example.org", "新注册测试企业", false)));
		Organisation entered = this.organisations.named("新注册测试企业").getFirst();
		assertThat(entered.confirmed()).isFalse();
		assertThat(entered.country()).isNull();
		assertThat(this.accounts.find(person.accountId()).orElseThrow().organisationId()).isEqualTo(entered.id());
		assertThat(this.table.createdBy(person.accountId())).containsExactly(entered.id());
		this.table.forgetCreator(person.accountId());
		assertThat(this.table.find(entered.id()).orElseThrow().createdBy()).isNull();
	}

	private Organisation register(SaveOrganisation given) {
		return this.organisations.register(given, true, true);
	}

	private static SaveOrganisation named(String zh, @Nullable String en, String... aliases) {
		return new SaveOrganisation(new Bilingual(zh, en), List.of(aliases), "CN", null, "enterprise", null, null);
	}

	private List<Long> search(String text) {
		return this.table.search(new OrganisationTable.Filter(text, null, null), 0, 50);
	}

	private static void as(Role role, @Nullable String city, @Nullable Long organisation) {
		var actor = new Actor(7, "Test", Set.of(role), city, organisation);
		SecurityContextHolder.getContext()
				.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(actor, null, List.of()));
	}

	private static void assertErrors(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String... expected) {
		assertThatThrownBy(call).asInstanceOf(type(InvalidInput.class))
				.satisfies(invalid -> assertThat(invalid.errors()).map(OrganisationsContract::line)
						.containsExactly(expected));
	}

	private static String line(FieldError error) {
		return error.pointer() + " " + error.code();
	}

}
