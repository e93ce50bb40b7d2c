package org.zhiqiao.platform.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import org.zhiqiao.platform.account.Accounts;
import org.zhiqiao.platform.account.Actor;
import org.zhiqiao.platform.account.Role;
import org.zhiqiao.platform.organisation.Organisations;
import org.zhiqiao.platform.organisation.SaveOrganisation;
import org.zhiqiao.platform.problem.InvalidInput;
import org.zhiqiao.platform.problem.InvalidState;
import org.zhiqiao.platform.problem.NotAllowed;
import org.zhiqiao.platform.problem.NotFound;
import org.zhiqiao.platform.problem.ProblemException.FieldError;
import org.zhiqiao.platform.problem.StaleVersion;
import org.zhiqiao.platform.publishing.ArticleTable.Wanted;
import org.zhiqiao.platform.publishing.ArticleViews.ManuscriptView;
import org.zhiqiao.platform.taxonomy.Bilingual;

/** The way of an article from a draft to the public and off again, on a database. */
@SpringBootTest
@Transactional
abstract class ArticlesContract {

	@Autowired
	private Articles articles;

	@Autowired
	private Pictures pictures;

	@Autowired
	private ArticleTable table;

	@Autowired
	private ArticleWorker worker;

	@Autowired
	private ArticleFollower follower;

	@Autowired
	private ArticlePersonalData personalData;

	@Autowired
	private Accounts accounts;

	@Autowired
	private Organisations organisations;

	@Autowired
	private JdbcClient jdbc;

	private Actor author = nobody();

	private Actor colleague = nobody();

	private Actor province = nobody();

	private long organisation;

	private static Actor nobody() {
		return new Actor(0, "", Set.of(), null, null);
	}

	@BeforeEach
	void people() {
		this.author = actor("author", Role.INFORMATION_OFFICER);
		this.colleague = actor("colleague", Role.INFORMATION_OFFICER);
		this.province = actor("province", Role.PROVINCIAL_OFFICER);
		this.organisation = organisation("合肥示例讲述有限公司");
	}

	private Actor actor(String name, Role... roles) {
		var held = EnumSet.copyOf(List.of(roles));
		var person = this.accounts.createSample(new Accounts.NewPerson("article-" + name + "@example.org",
				"a long enough password", name, Locale.ENGLISH, held, null));
		return new Actor(person.accountId(), name, held, null, null);
	}

	private long organisation(String name) {
		return this.organisations
				.register(
						new SaveOrganisation(new Bilingual(name, null), List.of(), "CN", "hefei", "enterprise", null,
								null),
						true, true)
				.id();
	}

	private SaveArticle form(@Nullable String title, @Nullable String text) {
		return new SaveArticle("case", "story", this.organisation, new Bilingual(title, null),
				new Bilingual(text, null), List.of("new-materials"), List.of("DE"), List.of(),
				List.of(this.organisation));
	}

	private ManuscriptView published(String title, String text) {
		var draft = this.articles.write(form(title, text), this.author);
		var submitted = this.articles.submit(draft.id(), draft.version(), this.author);
		return this.articles.publish(draft.id(), submitted.version(), List.of(), this.province);
	}

	private List<String> mails(Actor to) {
		return this.jdbc.sql("SELECT subject FROM mail_outbox WHERE recipient = ? ORDER BY id")
				.param("article-" + to.displayName() + "@example.org")
				.query((row, _) -> row.getString(1))
				.list();
	}

	private List<Long> listed(Wanted wanted) {
		return this.table.live(wanted, 0, 50);
	}

	@Test
	void goesFromDraftToThePublic() {
		var draft = this.articles.write(form("皖德<合作>", "<p>初稿<script>1</script></p>"), this.author);
		assertThat(draft.text().zh()).isEqualTo("<p>初稿</p>");
		assertThat(draft.may()).containsExactly("edit", "submit", "delete");
		assertThatThrownBy(() -> this.articles.read(draft.id(), null)).isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> this.articles.manuscript(draft.id(), this.province))
				.as("a draft is its author's alone")
				.isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> this.articles.manuscript(draft.id(), this.colleague)).isInstanceOf(NotFound.class);

		var submitted = this.articles.submit(draft.id(), draft.version(), this.author);
		assertThat(submitted.may()).as("under review it is not the author's to change").isEmpty();
		assertThat(mails(this.province)).hasSize(1);
		var returned = this.articles.giveBack(draft.id(), submitted.version(), "请补充成效。", this.province);
		assertThat(mails(this.author)).hasSize(1);
		assertThat(this.articles.manuscript(draft.id(), this.author).remarks()).isEqualTo("请补充成效。");

		var better = this.articles.rewrite(draft.id(), returned.version(), form("皖德合作", "<p>成效显著</p>"), this.author);
		var again = this.articles.submit(draft.id(), better.version(), this.author);
		var corrected = this.articles.rewrite(draft.id(), again.version(), form("皖德合作", "<p>成效明显</p>"),
				this.province);
		var out = this.articles.publish(draft.id(), corrected.version(), List.of(), this.province);
		assertThat(out.state()).isEqualTo(ArticleState.PUBLISHED);
		assertThat(out.edition()).isEqualTo(1);
		assertThat(mails(this.author)).hasSize(2);
		var read = this.articles.read(draft.id(), null);
		assertThat(read.text().zh()).isEqualTo("<p>成效明显</p>");
		assertThat(Objects.requireNonNull(read.source()).id()).isEqualTo(this.organisation);
	}

	@Test
	void keepsEachEditionAndShowsTheLastWhileTheNextIsWritten() {
		var first = published("第一版", "<p>一</p>");
		var changed = this.articles.rewrite(first.id(), first.version(), form("第二版", "<p>二</p>"), this.author);
		assertThat(changed.state()).isEqualTo(ArticleState.DRAFT);
		assertThat(changed.may()).as("what the public has read is not deleted").doesNotContain("delete");
		assertThat(this.articles.read(first.id(), null).title().zh()).isEqualTo("第一版");
		var submitted = this.articles.submit(first.id(), changed.version(), this.author);
		var second = this.articles.publish(first.id(), submitted.version(), List.of(), this.province);
		assertThat(this.articles.read(first.id(), null).title().zh()).isEqualTo("第二版");
		assertThat(second.editions()).extracting(ArticleViews.ArticleEdition::number).containsExactly(2, 1);
		assertThat(second.editions().getLast().by()).isEqualTo("province");

		var gone = this.articles.withdraw(first.id(), second.version(), "数据有误", this.province);
		assertThatThrownBy(() -> this.articles.read(first.id(), null)).isInstanceOf(NotFound.class);
		assertThat(gone.state()).isEqualTo(ArticleState.WITHDRAWN);
		assertThat(mails(this.author)).hasSize(3);
		assertThatThrownBy(() -> this.articles.withdraw(first.id(), gone.version(), "再次", this.author))
				.isInstanceOf(InvalidState.class);
	}

	@Test
	void letsNobodyReviewTheirOwn() {
		var both = actor("both", Role.INFORMATION_OFFICER, Role.PROVINCIAL_OFFICER);
		var draft = this.articles.write(form("自己写", "<p>自己审</p>"), both);
		var submitted = this.articles.submit(draft.id(), draft.version(), both);
		assertThatThrownBy(() -> this.articles.publish(draft.id(), submitted.version(), List.of(), both))
				.isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> this.articles.giveBack(draft.id(), submitted.version(), "x", both))
				.isInstanceOf(NotAllowed.class);
		assertThatThrownBy(() -> this.articles.rewrite(draft.id(), submitted.version(), form("改", "<p>改</p>"), both))
				.isInstanceOf(InvalidState.class);
		assertThat(this.articles.publish(draft.id(), submitted.version(), List.of(), this.province).live()).isTrue();
	}

	@Test
	void publishesNoPersonalDataThatNobodyHasConfirmed() {
		var draft = this.articles.write(form("联系", "<p>咨询热线0551-62901234，请致电</p>"), this.author);
		assertThat(draft.findings()).as("its author is told at once").hasSize(1);
		var submitted = this.articles.submit(draft.id(), draft.version(), this.author);
		assertThatThrownBy(() -> this.articles.publish(draft.id(), submitted.version(), List.of(), this.province))
				.isInstanceOfSatisfying(InvalidInput.class, refused -> {
					var error = refused.errors().getFirst();
					assertThat(error.code()).isEqualTo("article-personal-data");
					assertThat(error.pointer()).isEqualTo("/text/zh");
					assertThat(error.more()).containsEntry("from", 4).containsEntry("to", 17);
				});
		assertThat(this.articles
				.publish(draft.id(), submitted.version(), List.of("0551-62901234"), this.province)
				.live()).isTrue();
	}

	@Test
	void decidesOnlyAboutWhatWasRead() {
		var draft = this.articles.write(form("题", "<p>一</p>"), this.author);
		var submitted = this.articles.submit(draft.id(), draft.version(), this.author);
		this.articles.rewrite(draft.id(), submitted.version(), form("题", "<p>二</p>"), this.province);
		assertThatThrownBy(() -> this.articles.publish(draft.id(), submitted.version(), List.of(), this.province))
				.isInstanceOf(StaleVersion.class);
	}

	@Test
	void namesEveryWrongPlace() {
		var form = new SaveArticle("gossip", "poem", 999_999L, new Bilingual("x".repeat(201), null), null,
				List.of("coal"), List.of("XX"), List.of(999_999L), List.of(999_999L));
		assertThatThrownBy(() -> this.articles.write(form, this.author)).isInstanceOfSatisfying(InvalidInput.class,
				refused -> assertThat(refused.errors()).extracting(FieldError::pointer)
						.containsExactlyInAnyOrder("/kind", "/form", "/title/zh", "/industries/0", "/countries/0",
								"/people/0", "/organisations/0", "/organisationId"));
		var empty = this.articles.write(form(null, null), this.author);
		assertThatThrownBy(() -> this.articles.submit(empty.id(), empty.version(), this.author))
				.isInstanceOfSatisfying(InvalidInput.class,
						refused -> assertThat(refused.errors()).extracting(FieldError::code)
								.containsExactly("article-one-language"));
	}

	@Test
	void showsPicturesOfPublishedArticlesOnly() throws IOException {
		var picture = this.pictures.take(PictureMakerTest.picture(700, 300, "jpeg"), this.author);
		assertThat(this.pictures.show(picture.key(), 480, this.author).open()).isFalse();
		assertThatThrownBy(() -> this.pictures.show(picture.key(), 480, null)).isInstanceOf(NotFound.class);
		assertThatThrownBy(() -> this.pictures.show(picture.key(), 480, this.colleague)).isInstanceOf(NotFound.class);

		var bare = this.articles.write(form("图", "<p>文</p><img src='" + picture.src() + "'>"), this.author);
		assertThatThrownBy(() -> this.articles.submit(bare.id(), bare.version(), this.author))
				.isInstanceOfSatisfying(InvalidInput.class,
						refused -> assertThat(refused.errors()).extracting(FieldError::code)
								.containsExactly("article-picture-alt"));
		var described = this.articles.rewrite(bare.id(), bare.version(),
				form("图", "<p>文</p><img src='" + picture.src() + "' alt='签约现场'>"), this.author);
		var submitted = this.articles.submit(bare.id(), described.version(), this.author);
		var out = this.articles.publish(bare.id(), submitted.version(), List.of(), this.province);
		assertThat(this.pictures.show(picture.key(), 480, null).open()).isTrue();
		var card = this.articles.list(Wanted.ALL, 1, 50).items().getFirst();
		assertThat(Objects.requireNonNull(card.cover()).alt()).isEqualTo("签约现场");

		this.articles.withdraw(bare.id(), out.version(), "撤下", this.author);
		assertThatThrownBy(() -> this.pictures.show(picture.key(), 480, null)).isInstanceOf(NotFound.class);
	}

	@Test
	void removesPicturesThatNoArticleShows() throws IOException {
		var unused = this.pictures.take(PictureMakerTest.picture(50, 50, "png"), this.author);
		var used = this.pictures.take(PictureMakerTest.picture(50, 50, "png"), this.author);
		this.articles.write(form("图", "<img src='" + used.src() + "'>"), this.author);
		this.worker.work(Instant.now().plus(Duration.ofDays(15)));
		assertThat(this.pictures.show(used.key(), null, this.author).type()).isEqualTo("image/png");
		assertThatThrownBy(() -> this.pictures.show(unused.key(), null, this.author)).isInstanceOf(NotFound.class);
	}

	@Test
	void remindsOnceBeforeAndOnceAfterTheDeadline() {
		var draft = this.articles.write(form("催", "<p>审</p>"), this.author);
		var by = Objects.requireNonNull(this.articles.submit(draft.id(), draft.version(), this.author).reviewBy());
		this.worker.work(by.minus(Duration.ofDays(2)));
		assertThat(mails(this.province)).hasSize(1);
		this.worker.work(by.minus(Duration.ofHours(3)));
		this.worker.work(by.minus(Duration.ofHours(2)));
		assertThat(mails(this.province)).hasSize(2);
		this.worker.work(by);
		this.worker.work(by.plus(Duration.ofDays(3)));
		assertThat(mails(this.province)).hasSize(3).last().asString().contains("催");
	}

	@Test
	void findsByConditionsAndWords() {
		var id = published("轻量化100%突破", "<p>铝合金 Aluminium_Alloy</p>").id();
		assertThat(
				listed(new Wanted(ArticleKind.CASE, ArticleForm.STORY, "DE", "new-materials", this.organisation, null,
						List.of("铝合金", "ALUMINIUM_a", "100%"))))
				.containsExactly(id);
		assertThat(listed(new Wanted(null, null, null, null, null, null, List.of("100_")))).isEmpty();
		assertThat(listed(Wanted.of(ArticleKind.NEWS))).doesNotContain(id);
		assertThat(listed(new Wanted(null, null, "FR", null, null, null, List.of()))).isEmpty();
	}

	@Test
	void writesWellFormedFeeds() throws IOException, SAXException, ParserConfigurationException {
		var id = published("A & B <c> \"d\"", "<p>x &amp; y ]]&gt; \u0001</p><p><a href='/experts/7'>z</a></p>").id();
		var editions = this.articles.latest(Wanted.ALL, 10);
		var feed = parsed(Feed.atom("题", "https://z.example/feeds/articles.atom", "https://z.example/stories",
				"https://z.example", Locale.SIMPLIFIED_CHINESE, editions));
		assertThat(text(feed, "title", 1)).isEqualTo("A & B <c> \"d\"");
		assertThat(text(feed, "id", 1)).isEqualTo("tag:z.example,2026:article/" + id);
		assertThat(text(feed, "content", 0)).contains("x &amp; y", "href=\"https://z.example/experts/7\"");
		assertThat(Instant.parse(text(feed, "updated", 0))).isEqualTo(editions.getFirst().publishedAt());
		var map = parsed(Feed.sitemap("https://z.example", List.of("/", "/stories"),
				List.of(new ListedPages.ListedPage("/stories/" + id, editions.getFirst().publishedAt()))));
		assertThat(map.getElementsByTagNameNS("*", "loc").getLength()).isEqualTo(3);
		assertThat(Instant.parse(text(map, "lastmod", 0))).isEqualTo(editions.getFirst().publishedAt());
		assertThat(text(map, "loc", 2)).isEqualTo("https://z.example/stories/" + id);
	}

	@Test
	void tellsThoseWhoRunNoScript() {
		var id = published("A</script><b>&\"", "<p>正文第一段</p>").id();
		var page = StoryHead.page(
				"<!doctype html><html><head><title>智桥</title><meta name=\"description\" content=\"x\"></head>"
						+ "<body><div id=\"app\"></div><script type=\"module\" src=\"/a.js\"></script></body></html>",
				this.articles.read(id, null), "https://z.example", Locale.SIMPLIFIED_CHINESE);
		var read = org.jsoup.Jsoup.parse(page);
		assertThat(read.select("script")).hasSize(2);
		assertThat(read.title()).startsWith("A</script><b>&\"");
		assertThat(read.select("meta[property=og:title]").attr("content")).isEqualTo("A</script><b>&\"");
		assertThat(read.select("meta[name=description]")).hasSize(1);
		assertThat(read.select("link[rel=canonical]").attr("href")).isEqualTo("https://z.example/stories/" + id);
		assertThat(read.select("link[hreflang=en]").attr("href")).endsWith("?lang=en");
		var data = tools.jackson.databind.json.JsonMapper.shared()
				.readTree(read.select("script[type=application/ld+json]").getFirst().data());
		assertThat(data.get("headline").asString()).isEqualTo("A</script><b>&\"");
		assertThat(read.select("#app article p").text()).isEqualTo("正文第一段");
	}

	@Test
	void followsWhatItIsAbout() {
		var id = published("跟随", "<p>文</p>").id();
		var other = organisation("芜湖示例接收有限公司");
		assertThat(this.follower.count(this.organisation)).isEqualTo(1);
		this.follower.move(this.organisation, other);
		assertThat(this.follower.count(this.organisation)).isZero();
		assertThat(Objects.requireNonNull(this.articles.read(id, null).source()).id()).isEqualTo(other);
		assertThat(this.personalData.export(this.author.accountId())).asInstanceOf(
				org.assertj.core.api.InstanceOfAssertFactories.LIST).hasSize(1);
		this.personalData.erase(this.author.accountId());
		assertThat(this.table.find(id).orElseThrow().ownerId()).isNull();
		assertThat(this.articles.read(id, null).title().zh()).as("it stays").isEqualTo("跟随");
	}

	private static Document parsed(String xml) throws IOException, SAXException, ParserConfigurationException {
		var factory = DocumentBuilderFactory.newInstance();
		factory.setNamespaceAware(true);
		return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
	}

	private static String text(Document document, String name, int index) {
		return document.getElementsByTagNameNS("*", name).item(index).getTextContent();
	}

}
