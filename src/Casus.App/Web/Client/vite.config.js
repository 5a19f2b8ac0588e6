import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { defineConfig } from "vite";

const require = createRequire(import.meta.url);

/** Coasts and borders of the world atlas as lines, without names: [lon, lat] in steps of a fiftieth of a degree, each point as the difference to the last. */
function borders() {
    const steps = 50;
    return {
        name: "borders",
        generateBundle() {
            const { transform, arcs } = JSON.parse(readFileSync(require.resolve("world-atlas/countries-50m.json"), "utf8"));
            const lines = [];
            for (const arc of arcs) {
                let x = 0, y = 0, lastX, lastY;
                const line = [];
                const box = [1e9, 1e9, -1e9, -1e9];
                for (const [dx, dy] of arc) {
                    x += dx;
                    y += dy;
                    const lon = Math.round((x * transform.scale[0] + transform.translate[0]) * steps), lat = Math.round((y * transform.scale[1] + transform.translate[1]) * steps);
                    box[0] = Math.min(box[0], lon); box[1] = Math.min(box[1], lat); box[2] = Math.max(box[2], lon); box[3] = Math.max(box[3], lat);
                    if (lon !== lastX || lat !== lastY) {
                        line.push(lastX === undefined ? lon : lon - lastX, lastY === undefined ? lat : lat - lastY);
                        lastX = lon;
                        lastY = lat;
                    }
                }
                // What is smaller than a fifth of a degree is no landmark; what runs along the antimeridian is where the atlas was cut.
                if (Math.max(box[2] - box[0], box[3] - box[1]) > steps / 5 && !(box[0] === box[2] && Math.abs(box[0]) === 180 * steps)) {
                    lines.push(line);
                }
            }
            this.emitFile({ type: "asset", fileName: "borders.json", source: JSON.stringify({ steps, lines }) });
        },
    };
}

export default defineConfig({
    base: "/assets/",
    plugins: [borders()],
    build: {
        outDir: "dist",
        assetsInlineLimit: 0,
        cssCodeSplit: false,
        modulePreload: false,
        rollupOptions: {
            input: "src/console.ts",
            output: { entryFileNames: "console.js", chunkFileNames: "console-[name].js", assetFileNames: "console[extname]" },
        },
    },
});
