package org.zhiqiao.platform.panel.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class DossierPdfTest {

	@Test
	void canBeReadSearchedAndFiled() throws IOException {
		try (var pdf = pdf(MadeUpDossier.of(20))) {
			var text = text(pdf);
			assertThat(text).contains("评审组卷宗", "2026 年固态电池专项立项评审", "2041年3月10日", "回避：与当事单位有任职关系", "《政府采购法实施条例》第9条",
					"关闭理由：本次评审需要青年专家参与", "欧阳思源", "名单冻结后发现一名专家资料有误", "裁定可以参加", "Rules");
			assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("2026 年固态电池专项立项评审 评审组卷宗");
			assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
			var sections = new ArrayList<String>();
			pdf.getDocumentCatalog().getDocumentOutline().children().forEach(item -> sections.add(item.getTitle()));
			assertThat(sections).containsExactly("评审规则", "职责分工", "参评项目", "回避申请与裁定", "候选情况", "利益关系申报", "利益关系与裁定",
					"抽取记录", "直接选定", "评审标准与成员", "评审结果与意见", "结论、会议纪要与签署", "名单公布", "履职评价", "核验方法", "签署");
			for (var page : pdf.getPages()) {
				for (var name : page.getResources().getFontNames()) {
					var font = page.getResources().getFont(name);
					assertThat(font.isEmbedded()).isTrue();
					assertThat(font.getName()).isIn("DOSSIE+NotoSansSC-Regular", "DOSSIE+NotoSans-Regular");
				}
			}
		}
	}

	@Test
	void losesNoLetterOfAName() throws IOException {
		try (var pdf = pdf(MadeUpDossier.of(0))) {
			assertThat(text(pdf)).contains("Zoë O’Neil", "Łukasz Żółtowski", "Jürgen Weiß", "Nguyễn Thị Hồng",
					"〓〔U+20BB7〕田健");
		}
	}

	@Test
	void tellsWhoWasAskedForWhichSeatAndWhatTheyAnswered() throws IOException {
		try (var pdf = pdf(MadeUpDossier.of(0))) {
			assertThat(text(pdf).replaceAll("\\s", "")).contains("邀请与答复", "技术专家1", "谢绝", "没有时间", "三月在国外", "声明无利益关系",
					"递补：接替ZoëO’Neil（101）");
		}
	}

	@Test
	void tellsWhoWasAskedForADeclarationAndEachAnswer() throws IOException {
		try (var pdf = pdf(MadeUpDossier.of(0))) {
			assertThat(text(pdf).replaceAll("\\s", "")).contains("共征集3人：无利益关系0人，有利益关系1人，不愿参加1人，尚未答复1人",
					"未告知名称的项目：硫化物电解质界面研究", "请尽快答复", "不再有效", "皖江新能源科技有限公司（经济往来或持股）：持有少量股份",
					"硫化物电解质界面研究（其他关系）：曾参与论证", "近期工作繁忙", "对方是其博士生导师", "2010–2014", "来信举报", "并无此事",
					"已知不宜同组的人员");
		}
	}

	@Test
	void tellsWhoWasNamedInPublicAndUnderWhichLaw() throws IOException {
		try (var pdf = pdf(MadeUpDossier.of(0))) {
			assertThat(text(pdf).replaceAll("\\s", "")).contains("程皖生，2026年3月10日16:00:00", "《招标投标法》第37条",
					"个人信息已删除", "创新性与技术水平：75", "曾为同一课题组成员");
		}
	}

	@Test
	void tellsHowThePanelReviewedAndWhoDisagreed() throws IOException {
		try (var pdf = pdf(MadeUpDossier.of(0))) {
			assertThat(text(pdf).replaceAll("\\s", "")).contains("创新性与技术水平", "方案可行", "补充中试数据", "样品数据不足，不同意推荐。",
					"刚接受申报单位聘任");
		}
	}

	@Test
	void tellsWhyMembersWereToBeChosenAndWhoDecided() throws IOException {
		try (var pdf = pdf(MadeUpDossier.of(0))) {
			assertThat(text(pdf).replaceAll("\\s", "")).contains("第3次：直接选定（未获批准）", "干法电极", "可由抽取产生",
					"本组合412.5分", "替换后少4.5分");
		}
	}

	@Test
	void breaksLongTablesOverPagesUnderTheSameHead() throws IOException {
		try (var pdf = pdf(MadeUpDossier.of(3000))) {
			var pages = pdf.getNumberOfPages();
			assertThat(pages).isGreaterThan(40);
			var heads = 0;
			for (var page = 1; page <= pages; page++) {
				var text = page(pdf, page);
				assertThat(text).contains("第 " + page + " 页 / 共 " + pages + " 页");
				heads += text.contains("不可入选的原因") ? 1 : 0;
			}
			assertThat(heads).isGreaterThan(40);
			var text = text(pdf);
			for (var i = 0; i < 1500; i++) {
				assertThat(text).contains("专家" + (1000 + i));
			}
		}
	}

	@Test
	void beginsNoLineWithAMarkThatCloses() throws IOException {
		try (var pdf = pdf(MadeUpDossier.of(20))) {
			assertThat(text(pdf).lines().map(String::strip))
					.noneMatch(line -> !line.isEmpty() && "，。、；：）》”".indexOf(line.charAt(0)) >= 0)
					.noneMatch(line -> !line.isEmpty() && "（《“".indexOf(line.charAt(line.length() - 1)) >= 0);
		}
	}

	private static PDDocument pdf(Dossier dossier) throws IOException {
		var bytes = new DossierPdf(dossier, MadeUpDossier.words(), MadeUpDossier.fonts()).bytes();
		// For whoever wants to see what it looks like.
		Files.createDirectories(Path.of("target/dossier"));
		Files.write(Path.of("target/dossier", "dossier-" + dossier.pool().people() + ".pdf"), bytes);
		var pdf = Loader.loadPDF(bytes);
		assertThat(pdf.getDocumentCatalog().getCOSObject().containsKey(COSName.OUTLINES)).isTrue();
		return pdf;
	}

	private static String text(PDDocument pdf) throws IOException {
		return new PDFTextStripper().getText(pdf);
	}

	private static String page(PDDocument pdf, int page) throws IOException {
		var stripper = new PDFTextStripper();
		stripper.setStartPage(page);
		stripper.setEndPage(page);
		return stripper.getText(pdf);
	}

}
