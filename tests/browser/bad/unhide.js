document.documentElement.classList.add("js");
for (const part of document.querySelectorAll("[hidden]")) part.hidden = false;
