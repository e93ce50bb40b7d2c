package org.zhiqiao.search;

/**
 * Names a document of the index by its kind and its key in the database.
 */
public record DocumentRef(DocumentKind kind, long id) {

	public static DocumentRef expert(long id) {
		return new DocumentRef(DocumentKind.EXPERT, id);
	}

	public static DocumentRef demand(long id) {
		return new DocumentRef(DocumentKind.DEMAND, id);
	}

	public static DocumentRef story(long id) {
		return new DocumentRef(DocumentKind.STORY, id);
	}

	public static DocumentRef study(long id) {
		return new DocumentRef(DocumentKind.STUDY, id);
	}

}
