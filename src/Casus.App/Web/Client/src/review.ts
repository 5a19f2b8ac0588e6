/** Keys for the review: what the page marks with one is pressed, followed, chosen or entered by it. */
export function review(view: HTMLElement): void {
    document.addEventListener("keydown", event => {
        const target = event.target as HTMLElement;
        const typing = target.closest("input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]");
        if (event.key === "Escape" && typing) {
            target.blur();
            return;
        }

        if (typing || event.ctrlKey || event.metaKey || event.altKey) {
            return;
        }

        if (event.key === "?") {
            view.querySelector(".keys")?.scrollIntoView({ block: "center" });
            return;
        }

        const marked = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`);
        if (marked) {
            event.preventDefault();
            marked.focus();
            if (marked.matches("button, a")) {
                marked.click();
            }
        }
    });
}
