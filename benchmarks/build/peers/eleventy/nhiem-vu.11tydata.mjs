export default { layout: "task.njk", indexed: true, permalink: (data) => `/nhiem-vu/${data.page.fileSlug}/` };
