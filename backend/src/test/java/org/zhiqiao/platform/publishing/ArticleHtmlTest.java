package org.zhiqiao.platform.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleHtmlTest {

	private static final String KEY = "0f8fad5b-d9cb-469f-a165-70867728950e";

	@ParameterizedTest
	@ValueSource(strings = {"<p>字<script>alert(1)</script></p>", "<p>字</p><script src=//evil.example></script>",
			"<p onclick=alert(1) onmouseover='x()'>字</p>", "<a href='javascript:alert(1)'>字</a>",
			"<a href=' java\tscript:alert(1)'>字</a>", "<a href='&#106;avascript:alert(1)'>字</a>",
			"<a href='JaVaScRiPt:alert(1)'>字</a>", "<a href='data:text/html;base64,PHNjcmlwdD4='>字</a>",
			"<a href='vbscript:x'>字</a>", "<a href='//evil.example/x'>字</a>", "<a href='/\\evil.example'>字</a>",
			"<p style='background:url(javascript:alert(1))'>字</p>", "<style>p{color:red}</style><p>字</p>",
			"<svg onload=alert(1)><script>alert(1)</script></svg><p>字</p>",
			"<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math><p>字</p>",
			"<iframe srcdoc='<script>alert(1)</script>'></iframe><p>字</p>",
			"<img src=x onerror=alert(1)><p>字</p>", "<img src='https://evil.example/spy.png'><p>字</p>",
			"<img src='data:image/svg+xml,<svg onload=alert(1)>'><p>字</p>",
			"<p>字<scr<script>ipt>alert(1)</scr</script>ipt></p>", "<form action=/x><button>x</button></form><p>字</p>",
			"<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript><p>字</p>",
			"<div><div><p><span><object data=x></object>字</span></p></div></div>",
			"<template><img src=x onerror=alert(1)></template><p>字</p>", "<p>字<!--<img src=x onerror=alert(1)>--></p>"})
	void takesOutWhatIsNotWriting(String nasty) {
		var clean = String.valueOf(ArticleHtml.clean(nasty));
		var told = clean.toLowerCase(Locale.ROOT);
		assertThat(clean).contains("字");
		assertThat(told).doesNotContain("<script", "javascript:", "vbscript:", "data:", "<svg", "<math", "<iframe",
				"<style", "style=", "<img", "<form", "<object", "<!--", "evil.example");
		assertThat(told).doesNotContainPattern("<[^>]*\\son\\w+\\s*=");
		assertThat(ArticleHtml.clean(clean)).as("cleaning twice changes nothing").isEqualTo(clean);
	}

	@Test
	void keepsWriting() {
		assertThat(
				ArticleHtml.clean("<h1>题</h1><p>一<b>二</b><i>三</i><br>四</p><ul><li><p>五</p></li></ul><ol><li>六</li></ol>"
						+ "<blockquote><p>七</p></blockquote><p><a href='https://example.org/a?b=c&amp;d' target=_blank>八</a></p>"))
				.isEqualTo("<h2>题</h2><p>一<strong>二</strong><em>三</em><br>四</p><ul><li><p>五</p></li></ul>"
						+ "<ol><li>六</li></ol><blockquote><p>七</p></blockquote>"
						+ "<p><a href=\"https://example.org/a?b=c&amp;d\" rel=\"noopener noreferrer\">八</a></p>");
		assertThat(ArticleHtml.clean("<a href='/experts/7'>人</a>")).contains("href=\"/experts/7\"");
		assertThat(ArticleHtml.clean("<p> </p><script>x</script>")).isNull();
		assertThat(ArticleHtml.clean(null)).isNull();
	}

	@Test
	void keepsOwnPicturesWithCaptions() {
		var clean = ArticleHtml.clean("<figure onload=x><img src='/api/articles/pictures/" + KEY
				+ "/960' alt=' 两人握手 ' width=9 onerror=x><figcaption>签约<script>1</script></figcaption></figure>");
		assertThat(clean).isEqualTo("<figure><img src=\"/api/articles/pictures/" + KEY
				+ "\" alt=\"两人握手\"><figcaption>签约</figcaption></figure>");
		assertThat(ArticleHtml.pictures(clean)).containsExactly(new ArticleHtml.Picture(KEY, "两人握手", "签约"));
		var sizes = new PictureTable.Sizes(KEY, null, "image/jpeg", 1600, 900, List.of(480, 1600));
		assertThat(ArticleHtml.shown(clean, Map.of(KEY, sizes)))
				.contains(KEY + "/1600\"", KEY + "/480 480w", "width=\"1600\"", "height=\"900\"", "loading=\"lazy\"");
		assertThat(ArticleHtml.shown(clean, Map.of())).as("a picture that is gone").doesNotContain("<img");
	}

	@Test
	void tellsThePlainText() {
		assertThat(ArticleHtml.plain("<h2>题</h2><ul><li><p>一</p></li></ul><p>二 &lt;三&gt;</p>")).startsWith("题\n一")
				.endsWith("二 <三>");
		assertThat(ArticleViews.excerpt("<h2>题</h2><p>一二三四五𠮷六</p>", 6)).isEqualTo("一二三四五𠮷…");
	}

}
