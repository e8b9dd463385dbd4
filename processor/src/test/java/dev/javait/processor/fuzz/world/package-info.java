/** What random bodies are made of, the same in both worlds. */
package dev.javait.processor.fuzz.world;
