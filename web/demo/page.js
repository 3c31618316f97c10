/* What one posts is shown on the page, and goes nowhere. */
(() => {
  "use strict";
  const field = document.querySelector("#field");
  const posts = document.querySelector("#posts");
  const send = document.querySelector("#send");
  const inChat = posts.className === "chat";

  const textOf = () => ("value" in field ? field.value : field.innerText).trim();
  const empty = () => {
    if ("value" in field) field.value = "";
    else field.textContent = "";
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };

  function element(tag, name, ...parts) {
    const made = document.createElement(tag);
    if (name) made.className = name;
    made.append(...parts);
    return made;
  }

  function post() {
    const text = textOf();
    if (!text) return;
    const words = element("p", "", text);
    words.style.whiteSpace = "pre-wrap";
    const shown = element("article", "post mine", element("span", "face", "You"),
      element("div", "", element("p", "by", element("strong", "", "You"), " just now"), words));
    if (document.body.className === "feed" || document.body.className === "group") {
      posts.prepend(shown);
    } else posts.append(shown);
    empty();
    field.focus();
  }

  send.addEventListener("click", post);
  field.addEventListener("keydown", (event) => {
    if (!inChat || event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    post();
  });
})();
