export default { layout: "procedure.njk", indexed: true, permalink: (data) => `/thu-tuc/${data.page.fileSlug}/` };
